"use client";

import { type KeyboardEvent, type PointerEvent, useId } from "react";
import type { FocalPoint } from "@/lib/content/blocks/figure";
import { focalPosition } from "@/lib/media/focal";

const step = 0.05;
const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** The shapes in which fronts, lists and galleries show pictures. */
const shapes = [
  ["Wide, 16:9", "16 / 9"],
  ["Picture, 4:3", "4 / 3"],
  ["Square, 1:1", "1 / 1"],
] as const;

/** The point of a picture that every crop keeps in sight: chosen by pointing, or with the arrow keys. Beside it, what the crops show then. */
export function FocalPointField({ assetId, focal, set }: { assetId: string; focal: FocalPoint | null; set: (focal: FocalPoint | null) => void }) {
  const label = useId();
  const point = focal ?? { x: 0.5, y: 0.5 };
  const picture = `/media/${assetId}/480.webp`;
  const choose = (event: PointerEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    set({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) });
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!by) return;
    event.preventDefault();
    set({ x: within(point.x + (by[0] ?? 0)), y: within(point.y + (by[1] ?? 0)) });
  };
  return (
    <fieldset className="field focal-field" aria-labelledby={label}>
      <span className="lab" id={label}>
        What every crop keeps in sight
      </span>
      <button type="button" className="focal" aria-label={`Point at ${Math.round(point.x * 100)} % across and ${Math.round(point.y * 100)} % down; arrow keys move it`} onPointerDown={choose} onKeyDown={move}>
        <img src={picture} alt="" />
        {/* Across is across the picture, whatever way the text runs. */}
        <i style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }} />
      </button>
      <ul className="crops" aria-label="How crops show it">
        {shapes.map(([name, aspectRatio]) => (
          <li key={name}>
            <img src={picture} alt="" style={{ aspectRatio, objectPosition: focalPosition(focal) }} />
            {name}
          </li>
        ))}
      </ul>
      {focal && (
        <button className="link" type="button" onClick={() => set(null)}>
          The middle again
        </button>
      )}
    </fieldset>
  );
}
