"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { embedAddress } from "@/components/desk/editor/embeds/ask-embed";
import { storiesIn } from "@/components/desk/editor/links/stories-in";
import { StoryPicker } from "@/components/desk/editor/links/story-picker";
import { insertBlock } from "@/components/desk/editor/menus/insert-block";
import type { Asking } from "@/components/desk/editor/menus/insertable";

type Props = { editor: Editor; what: Exclude<Asking, "library" | "correction">; story: string; timeZone: string; close: () => void };

/** What an insertion needs to know first: an address, another story. */
export function InsertForm({ editor, what, story, timeZone, close }: Props) {
  const done = () => {
    close();
    editor.view.focus();
  };
  switch (what) {
    case "embed":
      return <EmbedForm editor={editor} done={done} />;
    case "related":
      return (
        <div className="small-form">
          <StoryPicker
            label="Related story"
            timeZone={timeZone}
            self={story}
            already={storiesIn(editor.state.doc)}
            storiesOnly
            onCancel={done}
            onPick={(picked) => {
              if (picked.story) insertBlock(editor, null, { type: "relatedCard", attrs: { story: picked.story.id } });
              done();
            }}
          />
          <button className="btn plain" type="button" onClick={done}>
            Cancel
          </button>
        </div>
      );
  }
}

/** An address that becomes an embed; what it shows is described beside the story. */
function EmbedForm({ editor, done }: { editor: Editor; done: () => void }) {
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="small-form"
      aria-label="Embed"
      onSubmit={async (event) => {
        event.preventDefault();
        if (busy) return;
        setBusy(true);
        const answer = await embedAddress(address.trim());
        setBusy(false);
        if ("failure" in answer) return setProblem(answer.failure.message);
        const { id, provider, url } = answer.value;
        insertBlock(editor, null, { type: "embed", attrs: { embedId: id, provider, url } });
        done();
      }}
      onKeyDown={(event) => event.key === "Escape" && done()}
    >
      <label htmlFor="embed-address">Address of what is embedded</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to type here. */}
      <input id="embed-address" className="input" value={address} placeholder="https://" onChange={(event) => setAddress(event.target.value)} aria-invalid={problem !== null || undefined} aria-describedby={problem ? "embed-problem" : undefined} autoFocus />
      <button className="btn" type="submit" aria-disabled={busy}>
        Embed
      </button>
      <button className="btn plain" type="button" onClick={done}>
        Cancel
      </button>
      {problem && (
        <p className="problem" id="embed-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
