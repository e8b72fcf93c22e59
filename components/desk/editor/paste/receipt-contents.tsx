"use client";

import type { Editor } from "@tiptap/core";
import type { StoryConnection } from "@/components/desk/editor/connection";
import type { PasteNotice } from "@/components/desk/editor/paste/paste-notices";
import { Dismiss, TryAgain } from "@/components/desk/editor/paste/receipt-acts";
import { WireFieldList } from "@/components/desk/editor/paste/wire-field-list";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { type Receipt, receiptInWords, sourceNames } from "@/lib/content/paste/receipt";

type Pasted = Extract<PasteNotice, { kind: "pasted" }>;
type Props = { notice: Pasted; dismiss: () => void; editor: Editor; connection: StoryConnection; knownTags: readonly string[] };

/** What was kept aside of a paste, what may be done with it, and the way back. */
export function ReceiptContents({ notice, dismiss, editor, connection, knownTags }: Props) {
  return (
    <div className="notice calm">
      <Words notice={notice} />
      <WireFieldList key={`fields-${notice.pasted.receipt.source}`} fields={notice.pasted.fields ?? {}} connection={connection} knownTags={knownTags} />
      <p className="receipt-acts">
        {notice.offered.length > 0 && <OfferButtons offered={notice.offered} />}
        <button
          className="btn"
          type="button"
          onClick={() => {
            notice.undo();
            dismiss();
          }}
        >
          Undo paste
        </button>
        {notice.again && <TryAgain editor={editor} again={notice.again} />}
        <Dismiss dismiss={dismiss} />
      </p>
    </div>
  );
}

/** All pictures of a paste at once; each has its own buttons where it stands. */
function OfferButtons({ offered }: { offered: readonly Upload[] }) {
  const all = offered.length === 1 ? "the picture" : `the ${offered.length} pictures`;
  const waiting = () => offered.filter((upload) => upload.state.kind === "offered");
  return (
    <>
      <button className="btn" type="button" onClick={() => waiting().map((upload) => upload.retry())}>
        Fetch {all}
      </button>
      <button className="btn" type="button" onClick={() => waiting().map((upload) => upload.cancel())}>
        Leave out {all}
      </button>
    </>
  );
}

function Words({ notice }: { notice: Pasted }) {
  return (
    <>
      <p>
        <b>{notice.name ? `Brought in ${notice.name}.` : `Pasted from ${sourceNames[notice.pasted.receipt.source]}.`}</b> {keptAside(notice.pasted.receipt)}
      </p>
      {notice.offered.length > 0 && <p>{notice.offered.length === 1 ? "Its picture waits where it stood, and is" : `Its ${notice.offered.length} pictures wait where they stood, and are`} fetched only when you say so.</p>}
      {notice.beside && <p>{notice.beside}</p>}
      {notice.pasted.aside && <p>{notice.pasted.aside.length === 1 ? "1 line" : `${notice.pasted.aside.length} lines`} that are no part of the text wait in a stash at the end of the story.</p>}
    </>
  );
}

function keptAside(receipt: Receipt): string {
  const words = receiptInWords(receipt);
  return words === "" ? "Everything was taken as it came." : `Kept aside: ${words}.`;
}
