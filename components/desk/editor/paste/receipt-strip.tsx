"use client";

import type { Editor } from "@tiptap/core";
import { useSyncExternalStore } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { later } from "@/components/desk/editor/later";
import type { PasteNotice } from "@/components/desk/editor/paste/paste-notices";
import { Dismiss, TryAgain } from "@/components/desk/editor/paste/receipt-acts";
import { useLate } from "@/components/desk/editor/use-late";

type Props = { editor: Editor; connection: StoryConnection; knownTags: readonly string[] };

/** What became of the last paste: what was kept aside, what may be done with it, and the way back. */
export function ReceiptStrip({ editor, connection, knownTags }: Props) {
  const { notices } = editor.storage.storyPaste;
  const notice = useSyncExternalStore(notices.subscribe, notices.snapshot, () => null);
  const { late } = useLate(later.receipt, notice?.kind === "pasted");
  const dismiss = () => {
    notices.show(null);
    editor.commands.focus();
  };
  return (
    <div className="receipt" role="status" aria-label="Paste">
      {notice && notice.kind !== "pasted" && <Plain notice={notice} dismiss={dismiss} editor={editor} />}
      {notice?.kind === "pasted" && typeof late === "object" && <late.module.ReceiptContents notice={notice} dismiss={dismiss} editor={editor} connection={connection} knownTags={knownTags} />}
    </div>
  );
}

/** What is said while nothing has been pasted: also without the line, before anything else of the strip is here. */
function Plain({ notice, dismiss, editor }: { notice: Exclude<PasteNotice, { kind: "pasted" }>; dismiss: () => void; editor: Editor }) {
  if (notice.kind === "reading") return <p className="notice calm">Reading {notice.name}…</p>;
  const refused = notice.kind === "refused";
  return (
    <div className={refused ? "notice bad" : "notice calm"}>
      <p>
        {refused && <b>Nothing was pasted. </b>}
        {notice.message}
      </p>
      <p className="receipt-acts">
        {refused && notice.again && <TryAgain editor={editor} again={notice.again} />}
        <Dismiss dismiss={dismiss} />
      </p>
    </div>
  );
}
