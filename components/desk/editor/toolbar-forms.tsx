"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { cleanLinksTo } from "@/components/desk/editor/links/clean-links";
import { storiesIn } from "@/components/desk/editor/links/stories-in";
import { StoryPicker } from "@/components/desk/editor/links/story-picker";
import type { LineOfWords } from "@/lib/content/blocks/words";

type LinkProps = { editor: Editor; story: string; timeZone: string; close: () => void };

/** The target of a link, an address or a story: of the words that are selected, of the link at the caret, or of itself written out. */
export function LinkForm({ editor, story, timeZone, close }: LinkProps) {
  // As it was opened: a link that is changed leads there itself.
  const [already] = useState(() => storiesIn(editor.state.doc).filter((id) => id !== editor.getAttributes("link").story));
  const present = String(editor.getAttributes("link").href ?? "");
  const done = () => {
    close();
    editor.view.focus();
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = form;
    // Without the line it lies where it lies.
    if (current) void import("@/components/desk/editor/links/keep-clear").then(({ keepClear }) => keepClear(editor.view, current), () => undefined);
  }, [editor]);
  return (
    <div className="small-form link-form" ref={form}>
      <StoryPicker
        label="Address"
        timeZone={timeZone}
        self={story}
        already={already}
        initial={present}
        onCancel={done}
        onPick={({ href, story: linked }) => {
          const attrs = { href, story: linked?.id ?? null };
          if (editor.state.selection.empty && !editor.isActive("link")) editor.chain().focus().insertContent({ type: "text", text: linked?.headline ?? href, marks: [{ type: "link", attrs }] }).run();
          else editor.chain().focus().extendMarkRange("link").setMark("link", attrs).run();
          if (!linked) void cleanLinksTo(editor, href);
          done();
        }}
      />
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
    </div>
  );
}

/** A line that belongs to a block: the source of a quotation, who said a pull quote. */
export function AttributeForm({ editor, node, attribute, line: { label, limit }, close }: { editor: Editor; node: string; attribute: string; line: LineOfWords; close: () => void }) {
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
        editor.chain().focus().updateAttributes(node, { [attribute]: value.trim().slice(0, limit) || null }).run();
        done();
      }}
      onKeyDown={(event) => event.key === "Escape" && done()}
    >
      <label htmlFor="attribute-value">{label}</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to type here. */}
      <input id="attribute-value" className="input" value={value} maxLength={limit} onChange={(event) => setValue(event.target.value)} autoFocus />
      <button className="btn" type="submit">
        Apply
      </button>
      <button className="btn plain" type="button" onClick={done}>
        Cancel
      </button>
    </form>
  );
}
