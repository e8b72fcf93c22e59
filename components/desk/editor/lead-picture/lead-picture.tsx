"use client";

import { useRef, useState } from "react";
import { upload } from "@/components/desk/editor/api";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { useShared } from "@/components/desk/editor/shared";
import { TextLine } from "@/components/desk/editor/text-line";
import { fieldLimits } from "@/lib/content/document";

type Props = { connection: StoryConnection; disabled: boolean };

/** The picture above the text: chosen or dropped, described, captioned and credited. */
export function LeadPicture({ connection, disabled }: Props) {
  const map = connection.doc.getMap<string | null>("lead");
  const assetId = useShared(map, () => map.get("assetId") ?? null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  async function take(file: File | undefined) {
    if (!file || disabled) return;
    setProblem(null);
    setShare(0);
    const answer = await upload(file, setShare);
    setShare(null);
    if ("failure" in answer) return setProblem(answer.failure.message);
    map.set("assetId", answer.value.id);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it does the same.
    <div
      className="lead-box"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      {/* Only a way to the file: the button below is what people and assistive technology use. */}
      <input ref={chooser} type="file" hidden accept="image/jpeg,image/png,image/webp,image/avif" aria-label="Lead picture file" onChange={(event) => void take(event.target.files?.[0])} />
      {assetId && (
        <figure>
          {/* The desk shows the same rendition that readers get. */}
          <img src={`/media/${assetId}/960.webp`} alt="" width={960} height={640} />
        </figure>
      )}
      {!disabled && (
        <p className="lead-acts" {...announcing(connection, "lead")}>
          <button className="btn" type="button" onClick={() => chooser.current?.click()}>
            {assetId ? "Replace picture" : "Add lead picture"}
          </button>
          {assetId && (
            <button className="btn plain" type="button" onClick={() => map.set("assetId", null)}>
              Remove picture
            </button>
          )}
          {share !== null && (
            <span role="status">
              <progress value={share} max={1} aria-label="Upload" /> {share < 1 ? `${Math.round(share * 100)} %` : "Preparing it…"}
            </span>
          )}
        </p>
      )}
      <HereNow connection={connection} field="lead" label="Lead picture" />
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      {assetId && (
        <div className="lead-words">
          <TextLine connection={connection} name="lead.alt" label="Alt text" limit={fieldLimits.alt} className="plainline" multiline disabled={disabled} placeholder="What a reader would see" />
          <TextLine connection={connection} name="lead.caption" label="Caption" limit={fieldLimits.caption} className="plainline" multiline disabled={disabled} />
          <TextLine connection={connection} name="lead.credit" label="Credit" limit={fieldLimits.credit} className="plainline" disabled={disabled} />
        </div>
      )}
    </div>
  );
}
