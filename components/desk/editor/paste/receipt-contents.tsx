"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import type { PasteNotice } from "@/components/desk/editor/paste/paste-notices";
import { takeOutFetched } from "@/components/desk/editor/paste/take-out-fetched";
import { Dismiss, TryAgain } from "@/components/desk/editor/paste/receipt-acts";
import { LateWireFields } from "@/components/desk/editor/paste/late-wire-fields";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { type Receipt, receiptInWords, sourceNames } from "@/lib/content/paste/receipt";

type Pasted = Extract<PasteNotice, { kind: "pasted" }>;
type Props = { notice: Pasted; dismiss: () => void; editor: Editor; connection: StoryConnection; knownTags: readonly string[] };

/** What was kept aside of a paste, what may be done with it, and the way back. */
export function ReceiptContents({ notice, dismiss, editor, connection, knownTags }: Props) {
  const waiting = useWaiting(notice.offered);
  const takeBack = (andThen?: (() => void) | null) => {
    takeOutFetched(editor, notice.offered);
    notice.undo();
    dismiss();
    andThen?.();
  };
  return (
    <div className="notice calm">
      <Words notice={notice} waiting={waiting.length} />
      <LateWireFields key={`fields-${notice.pasted.receipt.source}`} fields={notice.pasted.fields ?? {}} connection={connection} knownTags={knownTags} />
      <p className="receipt-acts">
        {waiting.length > 0 && <OfferButtons offered={notice.offered} waiting={waiting} />}
        <button className="btn" type="button" onClick={() => takeBack()}>
          Undo paste
        </button>
        {notice.unset && notice.pasted.receipt.lines.some(({ what }) => what === "quotes") && (
          <button className="btn" type="button" onClick={() => takeBack(notice.unset)}>
            Leave its quotation marks as they came
          </button>
        )}
        {notice.again && <TryAgain editor={editor} again={notice.again} />}
        <Dismiss dismiss={dismiss} />
      </p>
    </div>
  );
}

/** All pictures of a paste at once; each has its own buttons where it stands. */
function OfferButtons({ offered, waiting }: { offered: readonly Upload[]; waiting: readonly Upload[] }) {
  const all = offered.length === 1 ? "the picture" : waiting.length === offered.length ? `the ${offered.length} pictures` : `the ${waiting.length} left`;
  return (
    <>
      <button className="btn" type="button" onClick={() => waiting.map((upload) => upload.retry())}>
        Fetch {all}
      </button>
      <button className="btn" type="button" onClick={() => waiting.map((upload) => upload.cancel())}>
        Leave out {all}
      </button>
    </>
  );
}

const stillWaiting = (offered: readonly Upload[]) => offered.filter((upload) => upload.state.kind === "offered");

/** The pictures that wait for somebody's word; those that were fetched or left out do so no longer. */
function useWaiting(offered: readonly Upload[]): readonly Upload[] {
  const [, setCount] = useState(0);
  useEffect(() => {
    const stops = offered.map((upload) => upload.subscribe(() => setCount(stillWaiting(offered).length)));
    return () => {
      for (const stop of stops) stop();
    };
  }, [offered]);
  return stillWaiting(offered);
}

function Words({ notice, waiting }: { notice: Pasted; waiting: number }) {
  return (
    <>
      <p>
        <b>{notice.name ? `Brought in ${notice.name}.` : `Pasted from ${sourceNames[notice.pasted.receipt.source]}.`}</b> {keptAside(notice.pasted.receipt)}
      </p>
      {waiting > 0 && <p>{notice.offered.length === 1 ? "Its picture waits where it stood, and is" : `${waiting === notice.offered.length ? `Its ${waiting} pictures wait` : `${waiting} of its pictures still ${waiting === 1 ? "waits" : "wait"}`} where they stood, and are`} fetched only when you say so.</p>}
      {notice.beside && <p>{notice.beside}</p>}
      {notice.pasted.aside && <p>{notice.pasted.aside.length === 1 ? "1 line" : `${notice.pasted.aside.length} lines`} that are no part of the text wait in a stash at the end of the story.</p>}
    </>
  );
}

function keptAside(receipt: Receipt): string {
  const words = receiptInWords(receipt);
  return words === "" ? "Everything was taken as it came." : `Kept aside: ${words}.`;
}
