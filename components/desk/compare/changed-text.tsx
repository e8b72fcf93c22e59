import type { ReactNode } from "react";
import { Inline } from "@/components/blocks/inline";
import type { BodyMaterial } from "@/lib/articles/views";
import { markSentences } from "@/lib/comparison/sentences";
import type { Passage } from "@/lib/comparison/running-text";

/** Which of two versions is shown: both in one, or one of them beside the other. */
export type Side = "both" | "before" | "after";

/** What was put in, for the eye and for the ear. */
export function Inserted({ children }: { children: ReactNode }) {
  return (
    <ins>
      <span className="hidden">(put in: </span>
      {children}
      <span className="hidden">) </span>
    </ins>
  );
}

/** What was taken out, for the eye and for the ear. */
export function Deleted({ children }: { children: ReactNode }) {
  return (
    <del>
      <span className="hidden">(taken out: </span>
      {children}
      <span className="hidden">) </span>
    </del>
  );
}

/** Running text with what changed in it; of one version alone only that version's words. */
export function ChangedText({ text, side, material }: { text: readonly Passage[]; side: Side; material: BodyMaterial }) {
  return text
    .filter(({ kind }) => (side === "before" ? kind !== "inserted" : side === "after" ? kind !== "deleted" : true))
    .map((passage, at) => {
      const words = <Inline content={side === "before" || passage.kind === "deleted" ? passage.before : passage.after} material={material} />;
      // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name and are never reordered in a page.
      return <Piece key={at} kind={passage.kind} words={words} />;
    });
}

function Piece({ kind, words }: { kind: Passage["kind"]; words: ReactNode }) {
  switch (kind) {
    case "inserted":
      return <Inserted>{words}</Inserted>;
    case "deleted":
      return <Deleted>{words}</Deleted>;
    case "marked":
      return <span className="marked">{words}</span>;
    case "kept":
      return words;
  }
}

/** What changed in the marks of words that stayed. */
export const sentencesOfMarks = (text: readonly Passage[]): string[] => text.filter(({ kind }) => kind === "marked").flatMap(markSentences);
