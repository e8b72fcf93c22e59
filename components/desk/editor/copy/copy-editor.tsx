"use client";

import { CopyBar } from "@/components/desk/editor/copy/copy-bar";
import { StoryEditor } from "@/components/desk/editor/story-editor";
import type { StoryState } from "@/lib/articles/desk-views";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";

export type CopyEditorProps = { initial: StoryState; surroundings: EditorSurroundings; copyId: string; /** What the story is called that it is a copy of. */ headline: string };

/** The story's editor over a copy: the same in all but publishing, versions and notes, which are the story's. */
export function CopyEditor({ initial, surroundings, copyId, headline }: CopyEditorProps) {
  return (
    <StoryEditor
      initial={initial}
      surroundings={surroundings}
      copy={{
        bar: (connection) => <CopyBar connection={connection} articleId={initial.id} copyId={copyId} />,
        notice: (
          <div className="sheet news">
            <p className="notice calm copy-notice">
              <b>This is your copy</b> of <bdi>“{headline || "a story without a headline"}”</bdi>. Nothing of it is published, and nobody else writes in it: you send it back, and whoever looks after the story takes of it what fits.{" "}
              <a href={`/desk/articles/${initial.id}/proposals?p=${copyId}`}>What I changed</a> · <a href={`/desk/articles/${initial.id}/proposals`}>All copies of this story</a>
            </p>
          </div>
        ),
      }}
    />
  );
}
