import { Inline } from "@/components/blocks/inline";
import type { BlockSurroundings, Findable } from "@/components/blocks/material";
import { isoWithOffset, printedTime } from "@/components/reader/dates";
import { comma } from "@/components/reader/words/comma";
import { correctionNames } from "@/lib/articles/correction-names";
import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";

/** A correction where the text was wrong. */
export function CorrectionNoteView({ node, material, language, timeZone, anchor }: { node: CorrectionNoteNode } & BlockSurroundings & Findable) {
  const at = new Date(node.attrs.at);
  return (
    <p className="correction" data-block={anchor}>
      <b>
        {correctionNames[language][node.attrs.kind]}
        {comma(language)}
        <time dateTime={isoWithOffset(at, timeZone)}>{printedTime(at, timeZone, language)}</time>.
      </b>{" "}
      <Inline content={node.content} material={material} />
    </p>
  );
}
