import { Explained } from "@/components/reader/article/formats/explained";
import { Frame } from "@/components/reader/article/formats/frame";
import type { FormatProps } from "@/components/reader/article/formats/parts";
import { formatWords } from "@/components/reader/format-names";

/** A fact check: what was claimed, by whom and what we found, then the text as an explainer sets it. */
export function FactCheckPage(story: FormatProps) {
  return (
    <Frame {...story}>
      <Finding article={story.article} />
      <Explained {...story} />
    </Frame>
  );
}

function Finding({ article: { claim, claimant, verdict, language } }: Pick<FormatProps, "article">) {
  if (!claim) return null;
  const say = formatWords[language];
  return (
    <dl className="finding">
      <div>
        <dt>{say.claim}</dt>
        <dd>{claim}</dd>
      </div>
      {claimant && (
        <div>
          <dt>{say.claimedBy}</dt>
          <dd dir="auto">{claimant}</dd>
        </div>
      )}
      {verdict && (
        <div className="verdict">
          <dt>{say.verdict}</dt>
          <dd>{say.verdicts[verdict]}</dd>
        </div>
      )}
    </dl>
  );
}
