"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { type Insertable, insertablesFor } from "@/components/desk/editor/menus/insertable";
import { type InsertDoor, putIn } from "@/components/desk/editor/menus/put-in";
import { recentlyInserted, rememberInserted } from "@/components/desk/editor/menus/recent";
import { spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { dismissSlash, leaveSlash, type Slash, type SlashKeys, slashOf } from "@/components/desk/editor/menus/slash-plugin";
import { refusalInMenu } from "@/components/desk/editor/menus/where-it-fits";
import { Icon } from "@/components/desk/icon";

/** The editor's plugin asks the open menu here; with none open every key is the text's. */
export type SlashDoor = { keys: SlashKeys };

type Props = { editor: Editor; door: SlashDoor & InsertDoor };

const sameSlash = (left: Slash | null, right: Slash | null) => left?.from === right?.from && left?.query === right?.query;

/** Which choice is meant, for the word that was typed when it was walked to: another word is another list, and begins on top. */
type Walk = { query: string; place: number };

/** What can be put in at the "/". The focus stays in the text; the arrows choose, Enter takes, Escape leaves what was typed. */
export function SlashMenu({ editor, door }: Props) {
  const slash = useEditorPart(editor, (now) => slashOf(now.state), sameSlash);
  const [recent, setRecent] = useState(recentlyInserted);
  const [walk, setWalk] = useState<Walk | null>(null);
  const walked = useRef(walk);
  walked.current = walk;

  const isOpen = slash !== null;
  // The next one begins anew.
  useEffect(() => {
    if (!isOpen) setWalk(null);
  }, [isOpen]);

  const take = (one: Insertable, { from }: Slash) => {
    // It stays open: something else can stand here.
    if (refusalInMenu(editor, door, one)) return;
    rememberInserted(one.id);
    setRecent(recentlyInserted());
    putIn(editor, door, one.id, { from, to: editor.state.selection.from });
  };

  // A key counts for what stands in the text when it is pressed, drawn already or not.
  useEffect(() => {
    door.keys = (event) => {
      const now = slashOf(editor.state);
      if (!now) return false;
      const fitting = insertablesFor(now.query, recent);
      const at = placeIn(fitting, now.query, walked.current, (one) => refusalInMenu(editor, door, one) !== null);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: fitting.length - 1 }[event.key];
      const here = fitting[at];
      if (event.key === "Escape") editor.view.dispatch(dismissSlash(editor.state, now));
      else if (to !== undefined && here) {
        walked.current = { query: now.query, place: (to + fitting.length) % fitting.length };
        setWalk(walked.current);
      } else if ((event.key === "Enter" || event.key === "Tab") && here) take(here, now);
      else return false;
      return true;
    };
    return () => {
      door.keys = () => false;
    };
  });

  if (!slash || !editor.isEditable) return null;
  return <Open key={slash.from} editor={editor} door={door} slash={slash} recent={recent} walk={walk} take={(one) => take(one, slash)} />;
}

/** Where nobody has walked yet it is the first that can stand here; the others can be walked to, and say why not. */
function placeIn(fitting: readonly Insertable[], query: string, walk: Walk | null, refused: (one: Insertable) => boolean): number {
  if (walk?.query === query) return Math.min(walk.place, Math.max(0, fitting.length - 1));
  return Math.max(0, fitting.findIndex((one) => !refused(one)));
}

type OpenProps = { editor: Editor; door: Props["door"]; slash: Slash; recent: readonly string[]; walk: Walk | null; take: (one: Insertable) => void };

function Open({ editor, door, slash, recent, walk, take }: OpenProps) {
  const list = useRef<HTMLDivElement>(null);
  const fitting = insertablesFor(slash.query, recent);
  const at = placeIn(fitting, slash.query, walk, (one) => refusalInMenu(editor, door, one) !== null);
  const here = fitting[at];

  // The text box says which choice is meant, since the focus never leaves it.
  useEffect(() => {
    const box = editor.view.dom;
    box.setAttribute("aria-controls", "slash-menu");
    if (here) box.setAttribute("aria-activedescendant", `slash-${here.id}`);
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    return () => {
      for (const name of ["aria-controls", "aria-activedescendant"]) box.removeAttribute(name);
    };
  }, [editor, here]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const caret = editor.view.coordsAtPos(slash.from);
    // Within the text's own part of the window: neither over the bar above nor over the counts below.
    const sheet = editor.view.dom.closest(".desk-sheet")?.getBoundingClientRect();
    const [top, bottom] = [sheet?.top ?? 0, sheet?.bottom ?? innerHeight];
    const [over, under] = [caret.top - top - 12, bottom - caret.bottom - 12];
    const above = under < 320 && over > under;
    element.style.insetBlockStart = above ? "auto" : `${caret.bottom + 6}px`;
    element.style.insetBlockEnd = above ? `${innerHeight - caret.top + 6}px` : "auto";
    element.style.maxBlockSize = `min(24rem, 46vh, ${Math.max(96, above ? over : under)}px)`;
    // It opens the way the text is written, and leaves the beginnings of the lines free.
    const left = getComputedStyle(editor.view.dom).direction === "rtl" ? caret.left - 336 : caret.left;
    element.style.insetInlineStart = `${Math.max(8, Math.min(left, innerWidth - 352))}px`;
    // On a phone it lies at the foot, and the line that is written moves up above it: last, after what else brings the caret into sight.
    const moving = requestAnimationFrame(() => {
      const [line, menu] = [editor.view.coordsAtPos(slash.from), element.getBoundingClientRect()];
      if (line.bottom > menu.top && line.top < menu.bottom) editor.view.dom.closest(".desk-sheet")?.scrollBy(0, line.bottom - menu.top + 12);
    });
    return () => cancelAnimationFrame(moving);
  }, [editor, slash.from]);

  return (
    <div className="float slash open" ref={list}>
      <div
        id="slash-menu"
        role="listbox"
        aria-label="Insert"
        // It scrolls, so it can be reached; from there its keys are the text's.
        tabIndex={0}
        aria-activedescendant={here ? `slash-${here.id}` : undefined}
        onKeyDown={(event) => {
          if (!door.keys(event.nativeEvent)) return;
          event.preventDefault();
          if (slashOf(editor.state) === null) editor.view.focus();
        }}
        onBlur={(event) => {
          const open = slashOf(editor.state);
          if (open && event.relatedTarget !== editor.view.dom) editor.view.dispatch(leaveSlash(editor.state, open));
        }}
      >
        {fitting.map((one, index) => (
          <SlashOption key={one.id} one={one} refusal={refusalInMenu(editor, door, one)} title={titleAbove(fitting, index, slash.query, recent)} chosen={index === at} take={() => take(one)} />
        ))}
      </div>
      {fitting.length === 0 && <p className="faint none">Nothing is called that. Escape leaves the text as it is.</p>}
      <p className="hidden" role="status">
        {fitting.length} choices
      </p>
    </div>
  );
}

function titleAbove(fitting: readonly Insertable[], index: number, query: string, recent: readonly string[]): string | null {
  if (query.trim() !== "") return null;
  const group = (at: number) => {
    const one = fitting[at];
    if (!one) return null;
    return at < recent.length && recent[at] === one.id ? "Recent" : one.group;
  };
  return group(index) === group(index - 1) ? null : group(index);
}

function SlashOption({ one, refusal, title, chosen, take }: { one: Insertable; refusal: string | null; title: string | null; chosen: boolean; take: () => void }) {
  return (
    <>
      {title && <h3 role="presentation">{title}</h3>}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text; aria-activedescendant points here. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's own. */}
      <div role="option" id={`slash-${one.id}`} aria-selected={chosen} aria-disabled={refusal !== null || undefined} onMouseDown={(event) => event.preventDefault()} onClick={take}>
        <Icon name={one.icon} />
        <span>
          {one.label}
          <small>{refusal ?? one.hint}</small>
        </span>
        {one.keys && <kbd>{spokenKeys(one.keys)}</kbd>}
      </div>
    </>
  );
}
