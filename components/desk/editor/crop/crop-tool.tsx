"use client";

import { type FormEvent, type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { askCrop } from "@/components/desk/editor/crop/ask-crop";
import { type Corner, canBe, frameInWords, isWhole, moved, pixelsOf, pulled, type Shape, shaped, shapeOf, shapes, sized, wholePicture } from "@/components/desk/editor/crop/frame";
import { PicturePart } from "@/components/desk/editor/crop/picture-part";
import type { CropBox } from "@/lib/content/stored/figure";
import { shownWidths } from "@/lib/media/limits";
import type { DeskPicture } from "@/lib/media/reads/desk-picture";

type Props = { picture: DeskPicture; crop: CropBox | null; use: (crop: CropBox | null) => void; close: () => void };

const shapeNames = { own: "As it is", free: "Free" } as const;
const nameOf = (shape: Shape) => (shape === "own" || shape === "free" ? shapeNames[shape] : shape);

const corners: Corner[] = [
  { right: false, bottom: false },
  { right: true, bottom: false },
  { right: false, bottom: true },
  { right: true, bottom: true },
];

const step = 0.01;
const ways: Record<string, readonly [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

/** A frame over the picture, moved and sized by pointer, touch and keyboard; beside it what comes of it. Nothing changes before it is used. */
export function CropTool({ picture, crop, use, close }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [frame, setFrame] = useState(crop ?? wholePicture);
  const [shape, setShape] = useState<Shape>(() => shapeOf(crop ?? wholePicture, picture));
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // The frame comes first and takes the focus. Closed on the way out: the browser then gives it back to the button that opened this.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  async function take(event: FormEvent) {
    event.preventDefault();
    if (asking) return;
    if (!isWhole(frame)) {
      setAsking(true);
      const answer = await askCrop(picture.id, frame);
      if (!dialog.current?.open) return;
      setAsking(false);
      // Without a connection it is kept all the same: publishing asks for it again.
      if ("failure" in answer && answer.failure.code !== "unavailable") return setProblem(answer.failure.message);
    }
    use(isWhole(frame) ? null : frame);
    close();
  }

  const aspect = pixelsOf(frame, picture).width / pixelsOf(frame, picture).height;
  // Outside the panel: a window made narrow folds that away, and would leave an open dialog that nobody sees.
  return createPortal(
    <dialog
      className="crop-tool"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={take}>
        <h2 id={`${id}-title`}>Crop</h2>
        <FrameOverPicture picture={picture} frame={frame} shape={shape} change={setFrame} hint={`${id}-hint`} />
        <div className="beside">
          <fieldset>
            <legend className="lab">Shape</legend>
            {shapes.map((one) => (
              <button
                key={one}
                className="btn"
                type="button"
                aria-pressed={one === shape}
                aria-disabled={!canBe(one, picture)}
                title={canBe(one, picture) ? undefined : `Less than ${shownWidths.least} pixels across would be left`}
                onClick={() => {
                  if (!canBe(one, picture)) return;
                  setShape(one);
                  setFrame(one === "own" ? wholePicture : shaped(frame, one, picture));
                }}
              >
                {nameOf(one)}
              </button>
            ))}
          </fieldset>
          <p className="faint" id={`${id}-hint`}>
            Arrow keys move the frame, with Shift they size it. At least {shownWidths.least} pixels across stay.
          </p>
          <p className="told" role="status">
            {frameInWords(frame, picture)}
          </p>
          <div className="outcome" aria-hidden="true">
            <span className="lab">What comes of it</span>
            <div style={{ inlineSize: `min(100%, ${Math.round(aspect * 900) / 100}rem)` }}>
              <PicturePart assetId={picture.id} part={frame} picture={picture} />
            </div>
          </div>
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          <div className="acts">
            <button className="btn first" type="submit" aria-disabled={asking}>
              Use this crop
            </button>
            <button className="btn" type="button" onClick={close}>
              As it was
            </button>
          </div>
        </div>
      </form>
    </dialog>,
    document.body,
  );
}

type FrameProps = { picture: DeskPicture; frame: CropBox; shape: Shape; change: (frame: CropBox) => void; hint: string };
type Grip = { corner: Corner | null; at: { x: number; y: number }; from: CropBox };

function FrameOverPicture({ picture, frame, shape, change, hint }: FrameProps) {
  const stage = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip | null>(null);
  const pointOf = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    return box ? { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height } : { x: 0, y: 0 };
  };

  const seize = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const corner = (event.target as HTMLElement).dataset.corner;
    grip.current = { corner: corner ? (corners[Number(corner)] ?? null) : null, at: pointOf(event), from: frame };
  };
  const pull = (event: PointerEvent) => {
    if (!grip.current) return;
    const { corner, at, from } = grip.current;
    const to = pointOf(event);
    const [across, down] = [to.x - at.x, to.y - at.y];
    // The corner goes as far as the hand, wherever on it the hand took hold.
    const pulledTo = corner && { x: from.x + (corner.right ? from.width : 0) + across, y: from.y + (corner.bottom ? from.height : 0) + down };
    change(corner && pulledTo ? pulled(from, shape, picture, corner, pulledTo) : moved(from, across, down));
  };
  const letGo = () => {
    grip.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const by = ways[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    change(event.shiftKey ? sized(frame, shape, picture, ...by) : moved(frame, ...by));
  };

  const share = (value: number) => `${value * 100}%`;
  return (
    // Left is the picture's left, whatever way the text runs.
    <div className="crop-stage" dir="ltr" ref={stage} style={{ aspectRatio: `${picture.width} / ${picture.height}`, inlineSize: `min(100%, calc(56dvh * ${picture.width / picture.height}))` }}>
      <img src={`/media/${picture.id}/960.webp`} alt="" draggable={false} />
      <button
        type="button"
        className="crop-frame"
        aria-label="Frame"
        aria-describedby={hint}
        style={{ left: share(frame.x), top: share(frame.y), width: share(frame.width), height: share(frame.height) }}
        onPointerDown={seize}
        onPointerMove={pull}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={press}
      >
        {corners.map(({ right, bottom }, at) => (
          <i key={`${right} ${bottom}`} data-corner={at} data-right={right} data-bottom={bottom} />
        ))}
      </button>
    </div>
  );
}
