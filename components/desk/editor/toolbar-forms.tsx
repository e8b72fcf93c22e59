"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { safeHref } from "@/lib/content/links";

/** The address of a link: of the words that are selected, of the link at the caret, or of itself written out. */
export function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const [address, setAddress] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const [wrong, setWrong] = useState(false);
  const done = () => {
    close();
    editor.view.focus();
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
        if (editor.state.selection.empty && !editor.isActive("link")) editor.chain().focus().insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] }).run();
        else editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
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

/** A line that belongs to a block: the source of a quotation, who said a pull quote. */
export function AttributeForm({ editor, node, attribute, label, close }: { editor: Editor; node: string; attribute: string; label: string; close: () => void }) {
  const [value, setValue] = useState(() => String(editor.getAttributes(node)[attribute] ?? ""));
  const done = () => {
    close();
    editor.view.focus();
  };
  return (
    <form
      className="small-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        editor.chain().focus().updateAttributes(node, { [attribute]: value.trim().slice(0, 300) || null }).run();
        done();
      }}
      onKeyDown={(event) => event.key === "Escape" && done()}
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
