"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { AsideComparison } from "@/components/desk/editor/device/aside-comparison";
import { inChanges, type NotKept } from "@/components/desk/editor/device/copy-rules";
import type { AsideWork, DeviceCopy } from "@/components/desk/editor/device/device-copy";
import { deskTime } from "@/components/desk/editor/times";
import type { AsideReason } from "@/lib/articles/device-copy";
import "@/components/desk/editor/device/device.css";

const why = {
  published: "Another version of the story went public before it came back.",
  long: "It lay here for more than a day.",
  epoch: "The story’s document was rebuilt meanwhile, so it cannot be joined to it.",
  incomplete: "Part of what it was written on is missing from the story.",
  refused: "The server did not take it.",
} satisfies Record<AsideReason, string>;

const notKeptInWords = {
  forbidden: "This story is not kept on devices.",
  unavailable: "This browser keeps no copy of what you write: a private window, or storage that is switched off.",
  signed_out: "Somebody signed out in this browser, which deleted its copy.",
  full: "This device has no room for a copy.",
  newer: "This device keeps a newer form of this story than this page knows. Reload to bring it in.",
} satisfies Record<NotKept, string>;

/** Above the text: work that lies aside on this device, and what can be done with it; what of it became proposals; and that nothing is kept, where that is so. */
export function DeviceNotice({ copy }: { copy: DeviceCopy }) {
  const { asides, proposed, notKept } = useSyncExternalStore(copy.subscribe, copy.snapshot, copy.snapshot);
  const [isRead, setRead] = useState(false);
  return (
    <section className="sheet news urgent" aria-label="On this device">
      {notKept && !isRead && (
        <p className="notice" role="status">
          {notKeptInWords[notKept]} While the line is down, keep this tab open.{" "}
          <button className="link" type="button" onClick={() => setRead(true)}>
            Understood
          </button>
        </p>
      )}
      {proposed.map((one) => (
        <p className="notice" role="status" key={one.id}>
          It is a proposal now, which colleagues see. <a href={copy.addressOf(one)}>Read the proposal</a>
        </p>
      ))}
      {asides.map((work) => (
        <Aside key={`${work.reason} ${work.firstAt}`} copy={copy} work={work} />
      ))}
    </section>
  );
}

function Aside({ copy, work }: { copy: DeviceCopy; work: AsideWork }) {
  const [isFolded, setFolded] = useState(false);
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [comparison, setComparison] = useState<ReactNode>(null);
  const compare = async () => {
    if (comparison) return setComparison(null);
    const answer = await copy.compare(work);
    setSaid("failure" in answer ? answer.failure.message : null);
    setComparison("value" in answer ? <AsideComparison compared={answer.value} /> : null);
  };
  const takeIn = async () => {
    if (!(await copy.takeIn(work))) setSaid("It cannot be joined to the story as it stands. Compare, and copy what you need.");
  };
  const propose = async () => {
    setBusy(true);
    setSaid(await copy.propose(work));
    setBusy(false);
  };
  const title = `${inChanges(work.changes)} of yours from ${deskTime(new Date(work.firstAt).toISOString(), copy.timeZone)} ${work.changes === 1 ? "lies" : "lie"} aside${work.keys.length > 0 ? " on this device" : " in this tab: keep it open"}.`;
  if (isFolded)
    return (
      <p className="notice calm">
        {title}{" "}
        <button className="link" type="button" onClick={() => setFolded(false)}>
          Show
        </button>
      </p>
    );
  return (
    <article className="notice device-aside" aria-label="Work that lies aside">
      <p role="status">
        <b>{title}</b> {work.bytes ? why[work.reason] : "It cannot be read any more: this server has another key than the one it was written with."} Nothing of it is in the story.
      </p>
      {said && <p role="alert">{said}</p>}
      <div className="device-acts">
        {isSure ? (
          <>
            <span>Throw it away for good?</span>
            <button className="btn danger" type="button" onClick={() => void copy.throwAway(work)}>
              Throw away
            </button>
            <button className="btn plain" type="button" onClick={() => setSure(false)}>
              No, keep it
            </button>
          </>
        ) : (
          <>
            {work.bytes && (
              <button className="btn" type="button" aria-expanded={comparison !== null} onClick={() => void compare()}>
                Compare
              </button>
            )}
            {work.bytes && work.isOfThisDocument && work.reason !== "refused" && (
              <button className="btn" type="button" onClick={() => void takeIn()}>
                Take in
              </button>
            )}
            {work.bytes && work.reason !== "refused" && (
              <button className="btn" type="button" disabled={isBusy} onClick={() => void propose()}>
                Make it a proposal
              </button>
            )}
            <button className="btn plain" type="button" onClick={() => setFolded(true)}>
              Keep aside
            </button>
            <button className="btn plain" type="button" onClick={() => setSure(true)}>
              Throw away…
            </button>
          </>
        )}
      </div>
      {comparison}
    </article>
  );
}
