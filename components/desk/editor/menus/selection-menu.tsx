"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useRef, useState } from "react";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { insertable } from "@/components/desk/editor/menus/insertable";
import { type InsertDoor, putIn } from "@/components/desk/editor/menus/put-in";
import { type Place, placeOf, refusalAt, refusalOfMark } from "@/components/desk/editor/menus/where-it-fits";
import { toggleScript } from "@/components/desk/editor/toggle-script";
import { Icon } from "@/components/desk/icon";

type Chosen = { from: number; to: number; strong: boolean; em: boolean; link: boolean; heading: boolean; sub: boolean; sup: boolean; foreign: boolean; place: Place | null; parent: string };

const chosenOf = (editor: Editor): Chosen | null => {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.empty || !editor.isEditable) return null;
  const is = (name: string, attributes?: Record<string, unknown>) => editor.isActive(name, attributes);
  return { from: selection.from, to: selection.to, strong: is("strong"), em: is("em"), link: is("link"), heading: is("heading", { level: 2 }), sub: is("subscript"), sup: is("superscript"), foreign: is("lang"), place: placeOf(editor.state), parent: selection.$from.parent.type.name };
};

const same = (left: Chosen | null, right: Chosen | null) => left === right || (left !== null && right !== null && (Object.keys(left) as (keyof Chosen)[]).every((key) => left[key] === right[key]));

/** Over chosen words: what is done with words most. Everything here has a key and stands in the toolbar too; Escape puts it away. */
export function SelectionMenu({ editor, door }: { editor: Editor; door: InsertDoor & { openLink: () => void; openLanguage: () => void } }) {
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
  const tool = (label: string, on: boolean | undefined, press: () => void, content: React.ReactNode, refusal: string | null = null) => (
    <button type="button" aria-label={label} title={refusal ?? undefined} aria-disabled={refusal !== null || undefined} aria-pressed={on} tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {content}
    </button>
  );
  return (
    <div className="float bubble open" role="toolbar" aria-label="Chosen text" ref={menu}>
      {tool("Strong", chosen.strong, () => editor.chain().focus().toggleBold().run(), <b>B</b>, refusalOfMark(editor.schema, chosen.parent, "strong"))}
      {tool("Emphasis", chosen.em, () => editor.chain().focus().toggleItalic().run(), <i className="serif">I</i>, refusalOfMark(editor.schema, chosen.parent, "em"))}
      {tool("Link", chosen.link, () => door.openLink(), <Icon name="link" />, refusalOfMark(editor.schema, chosen.parent, "link"))}
      {tool("Heading", chosen.heading, () => putIn(editor, door, "heading-2"), <Icon name="heading" />, refusalAt(chosen.place, insertable("heading-2")))}
      {tool("Subscript", chosen.sub, () => toggleScript(editor, "subscript"), <Icon name="subscript" />, refusalOfMark(editor.schema, chosen.parent, "subscript"))}
      {tool("Superscript", chosen.sup, () => toggleScript(editor, "superscript"), <Icon name="superscript" />, refusalOfMark(editor.schema, chosen.parent, "superscript"))}
      {tool("Foreign words", chosen.foreign, () => door.openLanguage(), <Icon name="foreign" />, refusalOfMark(editor.schema, chosen.parent, "lang"))}
      {tool("Make a pull quote of this", undefined, () => putIn(editor, door, "pull-quote"), <Icon name="pull" />, refusalAt(chosen.place, insertable("pull-quote")))}
    </div>
  );
}
