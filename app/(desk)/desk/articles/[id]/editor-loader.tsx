"use client";

import dynamic from "next/dynamic";
import type { StoryState } from "@/lib/articles/desk-views";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";

/** The editor lives in the browser alone; until it is there, a sign of life. */
const StoryEditor = dynamic(() => import("@/components/desk/editor/story-editor").then((module) => module.StoryEditor), {
  ssr: false,
  loading: () => (
    <main className="standalone">
      <p role="status">Opening the story…</p>
      <noscript>
        <p>The editor needs JavaScript. Stories can be read and comments moderated without it.</p>
      </noscript>
    </main>
  ),
});

export function EditorLoader(props: { initial: StoryState; surroundings: EditorSurroundings }) {
  return <StoryEditor {...props} />;
}
