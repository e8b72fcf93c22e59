import type { ReactNode } from "react";
import { After } from "@/components/reader/article/after";
import { CorrectionsAbove } from "@/components/reader/article/corrections";
import { Credits } from "@/components/reader/article/credits";
import { Body, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";

type FrameProps = FormatProps & {
  head?: ReactNode;
  /** Between head and credits; null where the head shows it. */
  picture?: ReactNode;
  /** Where the head says whom it is by. */
  signedAbove?: boolean | undefined;
  children?: ReactNode;
};

/** The page that most formats share: head, picture, credits, prose, and what comes after. What a format does not give is as in news. */
export function Frame({ head, picture, signedAbove, children, discussion, ...story }: FrameProps) {
  const { article, paper } = story;
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        {head ?? (
          <>
            <Kicker article={article} around={paper.language} />
            <Headline article={article} />
          </>
        )}
      </header>
      {picture === undefined ? <LeadPicture article={article} /> : picture}
      <Credits article={article} paper={paper} signedAbove={signedAbove} />
      <div className="prose">
        <CorrectionsAbove article={article} paper={paper} />
        {children ?? <Body {...story} />}
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
