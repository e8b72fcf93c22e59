"use client";

import type { Editor } from "@tiptap/core";
import { useSyncExternalStore } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { later } from "@/components/desk/editor/later";
import { useLate } from "@/components/desk/editor/use-late";

type Props = { editor: Editor; connection: StoryConnection; knownTags: readonly string[] };

/** What became of the last paste: what was kept aside, what may be done with it, and the way back. */
export function ReceiptStrip({ editor, connection, knownTags }: Props) {
  const { notices } = editor.storage.storyPaste;
  const notice = useSyncExternalStore(notices.subscribe, notices.snapshot, () => null);
  const { late } = useLate(later.receipt, notice !== null);
  const dismiss = () => {
    notices.show(null);
    editor.commands.focus();
  };
  return (
    <div className="receipt" role="status" aria-label="Paste">
      {notice && typeof late === "object" && <late.module.ReceiptContents notice={notice} dismiss={dismiss} editor={editor} connection={connection} knownTags={knownTags} />}
    </div>
  );
}
