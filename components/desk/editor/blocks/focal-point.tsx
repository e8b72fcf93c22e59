"use client";

import type { KeyboardEvent, PointerEvent } from "react";
import type { FocalPoint } from "@/lib/content/blocks/figure";

const step = 0.05;
const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** The point of a picture that every crop keeps in sight: chosen by pointing, or with the arrow keys. */
export function FocalPointField({ assetId, focal, set }: { assetId: string; focal: FocalPoint | null; set: (focal: FocalPoint | null) => void }) {
  const point = focal ?? { x: 0.5, y: 0.5 };
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
    <div className="field">
      <span className="lab">What every crop keeps in sight</span>
      <button type="button" className="focal" aria-label={`Point at ${Math.round(point.x * 100)} % across and ${Math.round(point.y * 100)} % down; arrow keys move it`} onPointerDown={choose} onKeyDown={move}>
        <img src={`/media/${assetId}/480.webp`} alt="" />
        <i style={{ insetInlineStart: `${point.x * 100}%`, insetBlockStart: `${point.y * 100}%` }} />
      </button>
      {focal && (
        <button className="link" type="button" onClick={() => set(null)}>
          The middle again
        </button>
      )}
    </div>
  );
}
