"use client";

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { coverOf, type Size } from "@/components/desk/editor/crop/frame";
import { PicturePart } from "@/components/desk/editor/crop/picture-part";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { focalOfWhole, focalPosition, focalWithin } from "@/lib/media/focal";

const step = 0.05;
const hundredth = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** The shapes in which fronts, lists and galleries show pictures. */
const shapes = [
  ["Wide, 16:9", 16 / 9],
  ["Picture, 4:3", 4 / 3],
  ["Square, 1:1", 1],
] as const;

type Props = { assetId: string; focal: FocalPoint | null; crop?: CropBox | null; set: (focal: FocalPoint | null) => void };

/**
 * The point of a picture that every layout keeps in sight: chosen by pointing, or with the arrow keys, in the part that is shown at all.
 * Beside it, what the layouts show then.
 */
export function FocalPointField({ assetId, focal, crop = null, set }: Props) {
  const label = useId();
  // Known once the picture has come; a part of it cannot be drawn before.
  const [size, setSize] = useState<Size | null>(null);
  const within = focalWithin(focal, crop);
  const point = within ?? { x: 0.5, y: 0.5 };
  const picture = `/media/${assetId}/480.webp`;
  const pointer = useRef<HTMLButtonElement>(null);
  const put = (chosen: FocalPoint) => set(focalOfWhole(chosen, crop));
  const choose = (event: PointerEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    put({ x: hundredth((event.clientX - box.left) / box.width), y: hundredth((event.clientY - box.top) / box.height) });
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!by) return;
    event.preventDefault();
    put({ x: hundredth(point.x + (by[0] ?? 0)), y: hundredth(point.y + (by[1] ?? 0)) });
  };
  return (
    <fieldset className="field focal-field" aria-labelledby={label}>
      <span className="lab" id={label}>
        What every crop keeps in sight
      </span>
      <button type="button" className="focal" ref={pointer} aria-label={`Point at ${Math.round(point.x * 100)} % across and ${Math.round(point.y * 100)} % down; arrow keys move it`} onPointerDown={choose} onKeyDown={move}>
        {crop && size ? <PicturePart assetId={assetId} part={crop} picture={size} /> : <img src={picture} alt="" onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })} />}
        {/* Across is across the picture, whatever way the text runs. */}
        <i style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }} />
      </button>
      <ul className="crops" aria-label="How crops show it">
        {shapes.map(([name, aspectRatio]) => (
          <li key={name}>
            {crop && size ? <PicturePart assetId={assetId} part={coverOf(crop, size, aspectRatio, point)} picture={size} /> : <img src={picture} alt="" style={{ aspectRatio, objectPosition: focalPosition(focal) }} />}
            {name}
          </li>
        ))}
      </ul>
      {focal && (
        <button
          className="link"
          type="button"
          onClick={() => {
            pointer.current?.focus();
            set(null);
          }}
        >
          The middle again
        </button>
      )}
    </fieldset>
  );
}
