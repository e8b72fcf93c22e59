"use client";

import type { Editor } from "@tiptap/core";
import { type ReactNode, useRef, useState } from "react";
import { fetchPicture, upload } from "@/components/desk/editor/api";
import { useFocusBack } from "@/components/desk/editor/focus-back";
import { untilHere } from "@/components/desk/editor/pictures/picture-queue";
import type { OfferedPicture } from "@/lib/content/paste/reading";

type Props = { images: readonly OfferedPicture[]; editor: Editor };

/** The pictures of a paste, one by one: those that came along can be uploaded, those that lie elsewhere fetched by the server. None moves by itself. */
export function OfferedPictures({ images, editor }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="receipt-acts">
        <button className="btn" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {images.length === 1 ? "Offer the picture" : `Offer ${images.length} pictures`}
        </button>
      </p>
      {open && (
        <ul className="receipt-pictures">
          {images.map((image, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of one paste never changes.
            <li key={index}>
              <Offered image={image} number={index + 1} editor={editor} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type State = { kind: "offered" } | { kind: "sending"; share: number } | { kind: "fetching" } | { kind: "added" } | { kind: "failed"; why: string };

function Offered({ image, number, editor }: { image: OfferedPicture; number: number; editor: Editor }) {
  const [state, setState] = useState<State>({ kind: "offered" });
  const name = image.alt || image.caption || `Picture ${number}`;
  const host = image.src.startsWith("data:") ? null : new URL(image.src).host;
  const add = async () => {
    setState(host ? { kind: "fetching" } : { kind: "sending", share: 0 });
    const answer = await untilHere(host ? fetchPicture(image.src) : upload(fileOf(image.src, number), (share) => setState({ kind: "sending", share })));
    if (editor.isDestroyed) return;
    if ("failure" in answer) return setState({ kind: "failed", why: answer.failure.message });
    editor.chain().insertContent({ type: "figure", attrs: { assetId: answer.value.id, alt: image.alt }, ...(image.caption ? { content: [{ type: "text", text: image.caption }] } : {}) }).run();
    // The strip would go with the second picture: whoever takes one may want the others.
    editor.storage.storyPaste.step = null;
    setState({ kind: "added" });
  };
  return (
    <>
      {host ? `${name}, on ${host}.` : `${name}.`}{" "}
      {state.kind === "sending" && <progress value={state.share} max={1} aria-label={`Upload of ${name}`} />}
      {state.kind === "fetching" && (
        <>
          <progress aria-label={`Fetching ${name}`} /> Fetching it from {host}…{" "}
        </>
      )}
      {state.kind === "added" && "It is in the story."}
      {state.kind === "failed" && `${state.why} `}
      {state.kind !== "added" && (
        <AddButton isUnderWay={state.kind === "sending" || state.kind === "fetching"} add={() => void add()}>
          {state.kind === "failed" ? "Try again" : host ? "Upload this picture?" : "Upload it"}
        </AddButton>
      )}
    </>
  );
}

/** Goes once its picture is in the story; the focus is then on the next picture's, or on the strip's own behind them. */
function AddButton({ isUnderWay, add, children }: { isUnderWay: boolean; add: () => void; children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusBack(button, () => {
    const all = [...(button.current?.closest(".receipt")?.querySelectorAll("button") ?? [])];
    return button.current && all[all.indexOf(button.current) + 1];
  });
  return (
    <button className="btn" type="button" ref={button} aria-disabled={isUnderWay} onClick={() => isUnderWay || add()}>
      {children}
    </button>
  );
}

/** The picture that came along as text, as a file. */
function fileOf(data: string, number: number): File {
  const [head = "", body = ""] = data.split(",");
  const type = /^data:([\w/+.-]+)/.exec(head)?.[1] ?? "image/png";
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new File([bytes], `pasted-${number}.${type.split("/")[1]}`, { type });
}
