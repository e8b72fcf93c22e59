import type { ReactNode } from "react";
import { BodyView, nameOfBlock } from "@/components/blocks/views";
import { Flag } from "@/components/reader/flag";
import { formatWords, markOnPage } from "@/components/reader/format-names";
import { Picture } from "@/components/reader/picture";
import { tongue } from "@/components/reader/tongue";
import { PartOf } from "@/components/reader/article/in-series";
import { OtherLanguages } from "@/components/reader/article/other-languages";
import type { Language } from "@/db/vocabulary";
import type { ArticlePage } from "@/lib/articles/views";
import type { Block } from "@/lib/content/document";
import { chapters } from "@/lib/content/parts-of-formats";
import type { PaperSettings } from "@/lib/settings/paper";

/** What every format's page is made from. `findable`: in previews, whether the desk finds each block again. */
export type FormatProps = { article: ArticlePage; paper: PaperSettings; discussion?: ReactNode; findable?: boolean };

/** The format where readers need it, then the kicker or the section, which is the way there. `around`: the language of the paper, in which its sections are named. */
export function Kicker({ article, around, words = article.kicker }: { article: ArticlePage; around: Language; words?: string }) {
  const mark = markOnPage({ ...article, kicker: words });
  return (
    <p className="kicker">
      <Flag accent={article.section.accent} />
      {mark && <b className="format">{mark}</b>}
      <a href={`/${article.section.slug}`} {...(words ? {} : tongue({ language: around }, article.language))}>
        {words || article.section.name}
      </a>
    </p>
  );
}

/** Headline and standfirst, as most formats print them. */
export function Headline({ article }: { article: ArticlePage }) {
  return (
    <>
      <h1>{article.headline}</h1>
      {article.standfirst && <p className="intro">{article.standfirst}</p>}
      <PartOf article={article} />
      <OtherLanguages article={article} />
    </>
  );
}

/** A picture wider than this is a strip on a phone: there its middle stands, as high as other pictures. */
const panorama = 1.6;

/** The lead picture as wide as the page. */
export function LeadPicture({ article }: { article: ArticlePage }) {
  if (!article.picture) return null;
  return (
    <figure className="lead-picture bleed">
      <Picture picture={article.picture} sizes="(min-width: 80rem) 65rem, 100vw" first shapes={{ wide: "wide", ...(article.picture.width / article.picture.height > panorama ? { phone: "standard" } : {}) }} />
      <Caption article={article} />
    </figure>
  );
}

/** What is said under the lead picture. */
export function Caption({ article }: { article: ArticlePage }) {
  if (!article.picture?.caption && !article.picture?.credit) return null;
  return (
    <figcaption>
      {article.picture.caption} <span className="credit">{article.picture.credit}</span>
    </figcaption>
  );
}

type BodyProps = FormatProps & { blocks?: readonly Block[]; after?: number; linked?: boolean; large?: boolean; isQuestion?: (block: Block) => boolean };

/** The story's text, or some blocks of it. */
export function Body({ article, paper, findable = false, blocks = article.body.content, after = 0, linked, large, isQuestion }: BodyProps) {
  return <BodyView body={{ content: [...blocks] }} findable={findable} dateline={article.dateline} after={after} material={article.material} language={article.language} timeZone={paper.timeZone} linked={linked} large={large} isQuestion={isQuestion} />;
}

/** The way to each chapter; nothing where there is one alone. `after`: how many blocks of the story were drawn before these. */
export function Contents({ blocks, language, after = 0 }: { blocks: readonly Block[]; language: Language; after?: number }) {
  const titles = chapters(blocks);
  if (titles.length < 2) return null;
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{formatWords[language].contents}</h2>
      <ol>
        {titles.map(({ index, title }) => (
          <li key={index}>
            <a href={`#${nameOfBlock(after + index)}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
