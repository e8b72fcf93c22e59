"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "@/components/desk/icon";
import { safeHref } from "@/lib/content/links";

type Small = "link" | "source" | "attribution" | null;

/** What may be done with the text at the caret: one tab stop, arrows within, Escape back to the text. */
export function Toolbar({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState<Small>(null);
  const bar = useRef<HTMLDivElement>(null);
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      strong: now.isActive("strong"),
      em: now.isActive("em"),
      link: now.isActive("link"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
      pull: now.isActive("pullQuote"),
      style: now.isActive("heading", { level: 2 }) ? "2" : now.isActive("heading", { level: 3 }) ? "3" : now.isActive("heading", { level: 4 }) ? "4" : "p",
    }),
  });
  const run = () => editor.chain().focus();

  function walk(event: KeyboardEvent) {
    if (event.key === "Escape") return editor.commands.focus();
    const stops = [...(bar.current?.querySelectorAll<HTMLElement>("button, select") ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || (document.activeElement?.tagName === "SELECT" && event.key.startsWith("Arrow") && !event.altKey && event.key !== "ArrowRight" && event.key !== "ArrowLeft")) return;
    event.preventDefault();
    const next = stops[(to + stops.length) % stops.length];
    for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
    next?.focus();
  }

  return (
    <div className="tools-above">
      <div className="toolbar" role="toolbar" aria-label="Text" ref={bar} onKeyDown={walk}>
        <select
          aria-label="Paragraph style"
          className="style"
          value={is.style}
          onChange={(event) => {
            const level = Number(event.target.value);
            if (level) run().setHeading({ level: level as 2 | 3 | 4 }).run();
            else run().setParagraph().run();
          }}
        >
          <option value="p">Paragraph</option>
          <option value="2">Heading</option>
          <option value="3">Smaller heading</option>
          <option value="4">Smallest heading</option>
        </select>
        <hr />
        <Tool label="Strong" keys="Control+B" on={is.strong} press={() => run().toggleBold().run()}>
          <b>B</b>
        </Tool>
        <Tool label="Emphasis" keys="Control+I" on={is.em} press={() => run().toggleItalic().run()}>
          <i className="serif">I</i>
        </Tool>
        <Tool label="Link" keys="Control+K" on={is.link} press={() => setOpen(open === "link" ? null : "link")}>
          <Icon name="link" />
        </Tool>
        <hr />
        <Tool label="List" keys="Control+Shift+8" on={is.bullets} press={() => run().toggleBulletList().run()}>
          <Icon name="list" />
        </Tool>
        <Tool label="Numbered list" keys="Control+Shift+7" on={is.numbers} press={() => run().toggleOrderedList().run()}>
          <Icon name="numbers" />
        </Tool>
        <Tool label="Quotation" keys="Control+Shift+B" on={is.quote} press={() => run().toggleBlockquote().run()}>
          <Icon name="quote" />
        </Tool>
        {is.quote && (
          <Tool label="Source of the quotation" press={() => setOpen(open === "source" ? null : "source")}>
            Source
          </Tool>
        )}
        <Tool label="Pull quote" on={is.pull} press={() => (is.pull ? run().setParagraph().run() : run().setNode("pullQuote").run())}>
          <Icon name="pull" />
        </Tool>
        {is.pull && (
          <Tool label="Who said it" press={() => setOpen(open === "attribution" ? null : "attribution")}>
            Who
          </Tool>
        )}
        <Tool label="Section break" press={() => run().insertContent([{ type: "sectionBreak" }, { type: "paragraph" }]).run()}>
          <Icon name="break" />
        </Tool>
        <hr />
        <Tool label="Undo" keys="Control+Z" press={() => run().undo().run()}>
          <Icon name="undo" />
        </Tool>
        <Tool label="Redo" keys="Control+Shift+Z" press={() => run().redo().run()}>
          <Icon name="redo" />
        </Tool>
      </div>
      {open === "link" && <LinkForm editor={editor} close={() => setOpen(null)} />}
      {open === "source" && <AttributeForm editor={editor} node="blockquote" attribute="source" label="Source of the quotation" close={() => setOpen(null)} />}
      {open === "attribution" && <AttributeForm editor={editor} node="pullQuote" attribute="attribution" label="Who said it" close={() => setOpen(null)} />}
    </div>
  );
}

function Tool({ label, keys, on, press, children }: { label: string; keys?: string; on?: boolean; press: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-label={label} title={keys ? `${label} (${keys.replace("Control", "Ctrl")})` : label} aria-keyshortcuts={keys} aria-pressed={on} tabIndex={label === "Strong" ? 0 : -1} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {children}
    </button>
  );
}

function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const [address, setAddress] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const [wrong, setWrong] = useState(false);
  const done = () => {
    close();
    editor.commands.focus();
  };
  return (
    <form
      className="small-form"
      aria-label="Link"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = address.trim();
        const href = safeHref(/^[\w-]+(\.[\w-]+)+/.test(typed) && !typed.includes("@") ? `https://${typed}` : typed);
        if (!href) return setWrong(true);
        editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
        done();
      }}
      onKeyDown={(event) => event.key === "Escape" && done()}
    >
      <label htmlFor="link-address">Address</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to type here. */}
      <input id="link-address" className="input" value={address} onChange={(event) => setAddress(event.target.value)} aria-invalid={wrong || undefined} aria-describedby={wrong ? "link-wrong" : undefined} autoFocus />
      <button className="btn" type="submit">
        Apply
      </button>
      <button
        className="btn plain"
        type="button"
        onClick={() => {
          editor.chain().focus().extendMarkRange("link").unsetLink().run();
          done();
        }}
      >
        Remove
      </button>
      {wrong && (
        <p className="problem" id="link-wrong" role="alert">
          A link leads to http, https, mailto or tel, or to a page of this paper that begins with /.
        </p>
      )}
    </form>
  );
}

function AttributeForm({ editor, node, attribute, label, close }: { editor: Editor; node: string; attribute: string; label: string; close: () => void }) {
  const [value, setValue] = useState(() => String(editor.getAttributes(node)[attribute] ?? ""));
  return (
    <form
      className="small-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        editor.chain().focus().updateAttributes(node, { [attribute]: value.trim().slice(0, 300) || null }).run();
        close();
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <label htmlFor="attribute-value">{label}</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to type here. */}
      <input id="attribute-value" className="input" value={value} maxLength={300} onChange={(event) => setValue(event.target.value)} autoFocus />
      <button className="btn" type="submit">
        Apply
      </button>
    </form>
  );
}
