import type { ReactNode } from "react";
import { Inline } from "@/components/blocks/inline";
import type { BodyMaterial } from "@/lib/articles/views";
import { markSentences } from "@/lib/comparison/sentences";
import type { Passage } from "@/lib/comparison/running-text";

/** Which of two versions is shown: both in one, or one of them beside the other. */
export type Side = "both" | "before" | "after";

/** Language and direction of a version's words. */
export type Spoken = { lang: string; dir: "ltr" | "rtl" };

/** Our own words among those of a story. */
export const ours = { lang: "en", dir: "ltr" } as const satisfies Spoken;

/** What was put in, for the eye and for the ear. */
export function Inserted({ children }: { children: ReactNode }) {
  return (
    <ins>
      <span className="hidden" {...ours}>(put in: </span>
      {children}
      <span className="hidden">) </span>
    </ins>
  );
}

/** What was taken out, for the eye and for the ear; in the language of the earlier version, where it is words of the story. */
export function Deleted({ was, children }: { was?: Spoken; children: ReactNode }) {
  return (
    <del {...was}>
      <span className="hidden" {...ours}>(taken out: </span>
      {children}
      <span className="hidden">) </span>
    </del>
  );
}

/** Running text with what changed in it; of one version alone only that version's words. */
export function ChangedText({ text, side, material, was }: { text: readonly Passage[]; side: Side; material: BodyMaterial; was: Spoken }) {
  return text
    .filter(({ kind }) => (side === "before" ? kind !== "inserted" : side === "after" ? kind !== "deleted" : true))
    .map((passage, at) => {
      const words = <Inline content={side === "before" || passage.kind === "deleted" ? passage.before : passage.after} material={material} />;
      // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name and are never reordered in a page.
      return <Piece key={at} kind={passage.kind} words={words} was={was} />;
    });
}

function Piece({ kind, words, was }: { kind: Passage["kind"]; words: ReactNode; was: Spoken }) {
  switch (kind) {
    case "inserted":
      return <Inserted>{words}</Inserted>;
    case "deleted":
      return <Deleted was={was}>{words}</Deleted>;
    case "marked":
      return <span className="marked">{words}</span>;
    case "kept":
      return words;
  }
}

/** What changed in the marks of words that stayed. */
export const sentencesOfMarks = (text: readonly Passage[]): string[] => text.filter(({ kind }) => kind === "marked").flatMap(markSentences);
