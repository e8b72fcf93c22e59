"use client";

import { useEffect, useRef, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { knownPicture } from "@/components/desk/editor/lead-picture/known-picture";
import { LeadLook } from "@/components/desk/editor/lead-picture/lead-look";
import { dropLead, type PictureWords, takeLead } from "@/components/desk/editor/lead-picture/lead-words";
import { LateLibrary } from "@/components/desk/editor/library/late-library";
import { storyIsClosed } from "@/components/desk/editor/library/put-in-pictures";
import { Coming } from "@/components/desk/editor/pictures/coming";
import { pictureQueue, untilHere } from "@/components/desk/editor/pictures/picture-queue";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { pictureFiles } from "@/components/desk/editor/pictures/upload-words";
import { UsableDaysField } from "@/components/desk/editor/pictures/usable-days";
import { useShared } from "@/components/desk/editor/shared";
import { TextLine } from "@/components/desk/editor/text-line";
import { useLate } from "@/components/desk/editor/use-late";
import type { CropBox } from "@/lib/content/stored/figure";
import { fieldLimits } from "@/lib/content/limits";

// Seldom wanted: it comes when it is, and by itself. The table of what needs the line leads back to it.
const loadCrops = () => import("@/components/desk/editor/lead-picture/lead-crops");

type Props = { connection: StoryConnection; disabled: boolean; timeZone: string; /** Has the checks asked again. */ refresh: () => void };

/** Why what was dropped is no lead picture, in a sentence; null where it is one. */
function refusal(files: readonly File[]): string | null {
  if (pictureFiles(files).length > 0) return null;
  return files[0] ? `“${files[0].name}” is not a picture. JPEG, PNG, WebP and AVIF are.` : "Only a picture’s file can be dropped here: JPEG, PNG, WebP or AVIF.";
}

/** Another picture is the lead: what was typed of the one before stays, what came with that goes. */
async function become(connection: StoryConnection, picture: PictureWords & { id: string }): Promise<void> {
  const before = connection.doc.getMap<unknown>("lead").get("assetId");
  takeLead(connection.doc, picture, typeof before === "string" ? await knownPicture(before) : null);
}

/** The picture above the text: chosen or dropped, described, captioned and credited; which part of it is shown, and what every layout keeps in sight. */
export function LeadPicture({ connection, disabled, timeZone, refresh }: Props) {
  const map = connection.doc.getMap<unknown>("lead");
  const assetId = useShared(map, () => (map.get("assetId") as string | null | undefined) ?? null);
  const crop = useShared(map, () => (map.get("crop") as CropBox | null | undefined) ?? null);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [cropsOpen, setCropsOpen] = useState(false);
  const { late: crops } = useLate(loadCrops, cropsOpen);
  const chooser = useRef<HTMLInputElement>(null);
  const chooseButton = useRef<HTMLButtonElement>(null);

  useEffect(
    () =>
      upload?.subscribe(async (state) => {
        if (state.kind === "ready") await untilHere(become(connection, state.picture));
        if (state.kind === "ready" || state.kind === "cancelled") setUpload((now) => (now === upload ? null : now));
      }),
    [upload, connection],
  );

  function take(files: readonly File[]) {
    if (disabled) return;
    const refused = refusal(files);
    setProblem(refused);
    if (refused) return;
    // Another choice takes the place of one that is still on its way.
    upload?.cancel();
    setUpload(pictureQueue.add(pictureFiles(files).slice(0, 1))[0] ?? null);
  }

  async function remove() {
    const words = assetId ? await knownPicture(assetId) : null;
    dropLead(connection.doc, words);
    chooseButton.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it does the same.
    <div
      className="lead-box"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
    >
      {/* Only a way to the file: the button below is what people and assistive technology use. */}
      <input
        ref={chooser}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-label="Lead picture file"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was cancelled.
          event.target.value = "";
          if (files.length > 0) take(files);
        }}
      />
      {assetId && <LeadLook key={assetId} assetId={assetId} crop={crop} />}
      {!disabled && (
        <p className="lead-acts" {...announcing(connection, "lead")}>
          <button className="btn" type="button" ref={chooseButton} onClick={() => chooser.current?.click()}>
            {assetId ? "Replace picture" : "Add lead picture"}
          </button>
          <button className="btn" type="button" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
            Choose from the library
          </button>
          {assetId && (
            <button className="btn plain" type="button" onClick={() => void remove()}>
              Remove picture
            </button>
          )}
        </p>
      )}
      {isChoosing && (
        <LateLibrary
          hindrance={() => (disabled ? storyIsClosed : null)}
          take={([picture]) => {
            setProblem(null);
            upload?.cancel();
            if (picture) void become(connection, picture);
          }}
          close={() => setChoosing(false)}
        />
      )}
      {upload && <Coming key={upload.id} upload={upload} back={chooseButton} />}
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
      {assetId && !disabled && (
        <details className="lead-crops" onToggle={(event) => setCropsOpen(event.currentTarget.open)}>
          <summary>How it is cropped</summary>
          {cropsOpen && crops === "lost" && <p role="alert">This cannot be reached without the line. Close it and open it again once the line is back.</p>}
          {cropsOpen && typeof crops === "object" && <crops.module.LeadCrops connection={connection} assetId={assetId} crop={crop} />}
        </details>
      )}
      {assetId && !disabled && <UsableDaysField assetId={assetId} timeZone={timeZone} changed={refresh} />}
    </div>
  );
}
