"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useRef, useState } from "react";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { insertable } from "@/components/desk/editor/menus/insertable";
import { type InsertDoor, putIn } from "@/components/desk/editor/menus/put-in";
import { type MarkDoor, type MarkName, markTools, putMark } from "@/components/desk/editor/menus/put-mark";
import { ariaKeys, keys, titleWithKeys } from "@/components/desk/editor/menus/shortcuts";
import { type Place, placeOf, refusalAt, refusalOfMark, textHere } from "@/components/desk/editor/menus/where-it-fits";
import { Icon } from "@/components/desk/icon";

type Chosen = { from: number; to: number; strong: boolean; em: boolean; link: boolean; heading: boolean; sub: boolean; sup: boolean; foreign: boolean; place: Place | null; kinds: string };

const chosenOf = (editor: Editor): Chosen | null => {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.empty || !editor.isEditable) return null;
  const is = (name: string, attributes?: Record<string, unknown>) => editor.isActive(name, attributes);
  return { from: selection.from, to: selection.to, strong: is("strong"), em: is("em"), link: is("link"), heading: is("heading", { level: 2 }), sub: is("subscript"), sup: is("superscript"), foreign: is("lang"), place: placeOf(editor.state), kinds: textHere(editor.state) };
};

const same = (left: Chosen | null, right: Chosen | null) => left === right || (left !== null && right !== null && (Object.keys(left) as (keyof Chosen)[]).every((key) => left[key] === right[key]));

/** Over chosen words: what is done with words most. Everything here has a key and stands in the toolbar too; Escape puts it away. */
export function SelectionMenu({ editor, door }: { editor: Editor; door: InsertDoor & MarkDoor }) {
  const chosen = useEditorPart(editor, chosenOf, same);
  const menu = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const [settled, setSettled] = useState(false);
  const place = chosen ? `${chosen.from}-${chosen.to}` : "";

  // While the mouse still draws the selection nothing may jump under it.
  useEffect(() => {
    setAway(false);
    setSettled(false);
    if (!place) return;
    const timer = setTimeout(() => setSettled(true), 250);
    return () => clearTimeout(timer);
  }, [place]);

  useEffect(() => {
    if (!place) return;
    const press = (event: KeyboardEvent) => event.key === "Escape" && setAway(true);
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [place]);

  useEffect(() => {
    const element = menu.current;
    if (!element || !chosen) return;
    const [start, end] = [editor.view.coordsAtPos(chosen.from), editor.view.coordsAtPos(chosen.to, -1)];
    const width = element.offsetWidth;
    const middle = start.top === end.top ? (start.left + end.right) / 2 : start.left + 60;
    element.style.insetInlineStart = `${Math.max(8, Math.min(middle - width / 2, innerWidth - width - 8))}px`;
    element.style.insetBlockStart = `${start.top > 110 ? start.top - element.offsetHeight - 8 : end.bottom + 8}px`;
  });

  if (!chosen || away || !settled) return null;
  const tool = (label: string, shortcut: string | undefined, on: boolean | undefined, press: () => void, content: React.ReactNode, refusal: string | null) => (
    <button type="button" aria-label={label} title={titleWithKeys(label, shortcut, refusal)} aria-keyshortcuts={shortcut && ariaKeys(shortcut)} aria-disabled={refusal !== null || undefined} aria-pressed={on} tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {content}
    </button>
  );
  const mark = (name: MarkName, on: boolean, content: React.ReactNode) => tool(markTools[name].label, markTools[name].keys, on, () => putMark(editor, door, name), content, refusalOfMark(editor.schema, chosen.kinds, name));
  const put = (id: string, label: string, on: boolean | undefined, content: React.ReactNode) => tool(label, insertable(id).keys, on, () => putIn(editor, door, id), content, refusalAt(chosen.place, insertable(id)));
  return (
    <div className="float bubble open" role="toolbar" aria-label="Chosen text" ref={menu}>
      {mark("strong", chosen.strong, <b>B</b>)}
      {mark("em", chosen.em, <i className="serif">I</i>)}
      {mark("link", chosen.link, <Icon name="link" />)}
      {put("note", "Note", undefined, <Icon name="comments" />)}
      {tool("Suggest an edit", keys.suggest, undefined, () => door.ask("suggestion"), <Icon name="suggest" />, null)}
      {put("heading-2", "Heading", chosen.heading, <Icon name="heading" />)}
      {mark("subscript", chosen.sub, <Icon name="subscript" />)}
      {mark("superscript", chosen.sup, <Icon name="superscript" />)}
      {mark("lang", chosen.foreign, <Icon name="foreign" />)}
      {put("pull-quote", "Make a pull quote of this", undefined, <Icon name="pull" />)}
    </div>
  );
}
