"use client";

import type { ComparedWork } from "@/lib/comparison/compared-work";

/** What taking work in would change in the story as it stood at the press. */
export function AsideComparison({ compared: { language, changes } }: { compared: ComparedWork }) {
  if (changes.length === 0) return <p role="status">The story says all of it already.</p>;
  return (
    <ol className="device-changes" aria-label="What it would change">
      {changes.map(({ where, said, lines }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no name, and the list is never reordered.
        <li key={at}>
          <b>{where}</b>
          {said.length > 0 && <span>{said.join(". ")}</span>}
          {lines.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <p key={row} lang={language} dir="auto">
              {line.map(({ kind, text }, piece) => {
                const Piece = kind === "inserted" ? "ins" : kind === "deleted" ? "del" : "span";
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <Piece key={piece}>
                    {kind !== "kept" && (
                      <span className="hidden" lang="en">
                        {kind === "inserted" ? "inserted: " : "deleted: "}
                      </span>
                    )}
                    {text}
                  </Piece>
                );
              })}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
