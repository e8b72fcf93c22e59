"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { groups } from "@/components/desk/editor/checks/groups";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { SaveState } from "@/components/desk/editor/save-state";
import { wordsOf } from "@/components/desk/editor/words-of";
import { minutesToRead } from "@/lib/content/reading-time";
import { schemaVersion } from "@/lib/content/schema";

type Props = { connection: StoryConnection; timeZone: string; editor: Editor | null; stops: number; warnings: number; people: number; showChecks: () => void; showKeys: () => void };

/** What lib/content/to-text.ts counts, for readers' minutes and the lists of the desk too. */
const whatCounts = "Counted as everywhere in the paper: the text with its headings, captions, tables and boxes; not the headline and what stands above the text, pull quotes, cards, embeds and the stash.";

/** How far saving is; words and reading time as readers will have them, counted when the typing rests; what stops the story and what is worth a look; who is here; and, for whoever asks, which form of story this page writes. */
export function StatusBar({ connection, timeZone, editor, stops, warnings, people, showChecks, showKeys }: Props) {
  const words = useWords(editor);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the page's own foot; its name tells it from the one in the preview.
    <footer className="statusbar" aria-label="Counts" title={`For whoever looks after the paper, when something is wrong here: this page writes document format ${schemaVersion}.`}>
      <SaveState connection={connection} timeZone={timeZone} />
      <span title={whatCounts}>
        {words.toLocaleString("en")} {words === 1 ? "word" : "words"}
        <span className="wide"> in the text</span>
      </span>
      {words > 0 && <span className="wide">{minutesToRead(words)} min to read</span>}
      {stops > 0 && (
        <button className="link b" type="button" title={groups.must.help} onClick={showChecks}>
          {groups.must.title} ({stops})
        </button>
      )}
      {warnings > 0 && (
        <button className="link w" type="button" title={groups.should.help} onClick={showChecks}>
          {groups.should.title} ({warnings})
        </button>
      )}
      <span className={people === 0 ? "push wide" : "push"}>{people === 0 ? "Only you" : `${people + 1} people`}<span className="wide"> here</span></span>
      <button className="link wide" type="button" onClick={showKeys}>
        {spokenKeys(keys.sheet)} for keys
      </button>
    </footer>
  );
}

function useWords(editor: Editor | null): number {
  const [words, setWords] = useState(0);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => setWords(wordsOf(editor.state.doc));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(count, 500);
    };
    count();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor]);
  return words;
}
