"use client";

import type { Editor } from "@tiptap/core";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { sameFields, useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { insertable } from "@/components/desk/editor/menus/insertable";
import type { InsertDoor } from "@/components/desk/editor/menus/put-in";
import type { MarkDoor, MarkName } from "@/components/desk/editor/menus/put-mark";
import { ariaKeys, isPressed, keys, titleWithKeys } from "@/components/desk/editor/menus/shortcuts";
import { walkBar } from "@/components/desk/editor/menus/walk-bar";
import { editorParts } from "@/components/desk/editor/story-editor";
import { Icon } from "@/components/desk/icon";
import { safeHref } from "@/lib/content/links";

const { kindOfText, markTools, placeOf, putIn, putMark, refusalAt, refusalOfMark, StyleChoice, styleLabel, takeOverCaret, textHere } = editorParts;

/** Where the editor's keys reach what is drawn around it. */
export type ToolsDoor = InsertDoor & MarkDoor;

/** What may be done with the text at the caret without the server. One tab stop, which stays on the control used last, arrows within, Escape back to the text. */
export function OfflineTools({ editor, door }: { editor: Editor; door: ToolsDoor }) {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string>(styleLabel);
  const [isLinking, setLinking] = useState(false);
  const is = useEditorPart(
    editor,
    (now) => ({ strong: now.isActive("strong"), em: now.isActive("em"), link: now.isActive("link"), bullets: now.isActive("bulletList"), numbers: now.isActive("orderedList"), quotation: now.isActive("blockquote"), style: kindOfText(now), place: placeOf(now.state), kinds: textHere(now.state) }),
    sameFields,
  );
  useEffect(() => {
    door.openLink = () => flushSync(() => setLinking(true));
    const text = editor.view.dom;
    const press = (event: KeyboardEvent) => {
      const [toBar, toLink] = [isPressed(event, keys.toolbar), isPressed(event, keys.link)];
      if (!toBar && !toLink) return;
      event.preventDefault();
      takeOverCaret(editor.view);
      if (toBar) bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
      else putMark(editor, door, "link");
    };
    text.addEventListener("keydown", press);
    return () => text.removeEventListener("keydown", press);
  }, [editor, door]);

  const tool = (label: string, children: ReactNode, press: () => void, more: { keys?: string | undefined; isOn?: boolean; refusal?: string | null } = {}) => (
    <button type="button" aria-label={label} title={titleWithKeys(label, more.keys, more.refusal ?? null)} aria-keyshortcuts={more.keys && ariaKeys(more.keys)} aria-pressed={more.isOn} aria-disabled={Boolean(more.refusal) || undefined} tabIndex={label === stop ? 0 : -1} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {children}
    </button>
  );
  const mark = (name: MarkName & ("strong" | "em" | "link"), children: ReactNode) => tool(markTools[name].label, children, () => putMark(editor, door, name), { keys: markTools[name].keys, isOn: is[name], refusal: refusalOfMark(editor.schema, is.kinds, name) });
  const put = (id: "bullets" | "numbers" | "quotation", children: ReactNode) => {
    const one = insertable(id);
    return tool(one.label, children, () => putIn(editor, door, id), { keys: one.keys, isOn: is[id], refusal: refusalAt(is.place, one) });
  };
  return (
    <div className="tools-above">
      <div className="toolbar" role="toolbar" aria-label="Text" ref={bar} onKeyDown={(event) => walkBar(event, bar.current, () => editor.view.focus())} onFocus={(event) => setStop(event.target.getAttribute("aria-label") ?? styleLabel)}>
        <StyleChoice editor={editor} door={door} kind={is.style} place={is.place} tabIndex={stop === styleLabel ? 0 : -1} />
        <hr />
        {mark("strong", <b>B</b>)}
        {mark("em", <i className="serif">I</i>)}
        {mark("link", <Icon name="link" />)}
        <hr />
        {put("bullets", <Icon name="list" />)}
        {put("numbers", <Icon name="numbers" />)}
        {put("quotation", <Icon name="quote" />)}
        <hr />
        {tool("Undo", <Icon name="undo" />, () => editor.chain().focus().undo().run(), { keys: keys.undo })}
        {tool("Redo", <Icon name="redo" />, () => editor.chain().focus().redo().run(), { keys: keys.redo })}
      </div>
      {isLinking && <AddressForm editor={editor} close={() => setLinking(false)} />}
    </div>
  );
}

/** Where the words that are chosen lead, or the link at the caret, or an address that is written out. */
function AddressForm({ editor, close }: { editor: Editor; close: () => void }) {
  const name = useId();
  const present = String(editor.getAttributes("link").href ?? "");
  const [address, setAddress] = useState(present);
  const [isWrong, setWrong] = useState(false);
  const done = () => {
    close();
    editor.view.focus();
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const typed = address.trim();
    const href = safeHref(/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(typed) ? `https://${typed}` : typed);
    if (href === null) return setWrong(true);
    const attrs = { href, story: null };
    if (editor.state.selection.empty && !editor.isActive("link")) editor.chain().focus().insertContent({ type: "text", text: href, marks: [{ type: "link", attrs }] }).run();
    else editor.chain().focus().extendMarkRange("link").setMark("link", attrs).run();
    done();
  };
  return (
    <form className="small-form" aria-label="Link" onSubmit={apply} onKeyDown={(event) => event.key === "Escape" && done()}>
      <label htmlFor={name}>Address</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to type here. */}
      <input id={name} className="input" value={address} inputMode="url" aria-invalid={isWrong || undefined} aria-describedby={isWrong ? `${name}-wrong` : undefined} onChange={(event) => setAddress(event.target.value)} autoFocus />
      <button className="btn" type="submit">
        Apply
      </button>
      <button className="btn plain" type="button" onClick={done}>
        Cancel
      </button>
      {present !== "" && (
        <button
          className="btn plain"
          type="button"
          onClick={() => {
            editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
            done();
          }}
        >
          Remove
        </button>
      )}
      {isWrong && (
        <p className="problem" id={`${name}-wrong`} role="alert">
          This is not an address that a link can lead to.
        </p>
      )}
    </form>
  );
}
