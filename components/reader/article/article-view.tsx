import type { ReactNode } from "react";
import { BodyView } from "@/components/blocks/views";
import { Credits } from "@/components/reader/article/credits";
import { isoWithOffset, printedTime, timeBeside } from "@/components/reader/dates";
import { Flag } from "@/components/reader/flag";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import { isLongRead } from "@/lib/articles/article";
import type { ArticlePage, PublicChange } from "@/lib/articles/views";
import { notedIn } from "@/lib/content/correction-notes";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { article: ArticlePage; paper: PaperSettings; discussion?: ReactNode; /** In previews: whether the desk finds each block again. */ findable?: boolean };

/** A story as readers see it. Previews draw it with the same component. */
export function ArticleView(props: Props) {
  return isLongRead(props.article) ? <LongRead {...props} /> : <Standard {...props} />;
}

function Standard({ article, paper, discussion, findable }: Props) {
  return (
    <article className="article">
      <header className="head">
        <Kicker article={article} />
        <h1>{article.headline}</h1>
        {article.standfirst && <p className="intro">{article.standfirst}</p>}
      </header>
      {article.picture && (
        <figure className="lead-picture bleed">
          <Picture picture={article.picture} sizes="(min-width: 80rem) 65rem, 100vw" first />
          <Caption article={article} />
        </figure>
      )}
      <Credits article={article} paper={paper} />
      <div className="prose">
        <BodyView body={article.body} findable={findable} dateline={article.dateline} material={article.material} language={article.language} timeZone={paper.timeZone} />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}

function LongRead({ article, paper, discussion, findable }: Props) {
  return (
    <article className="article feature">
      {article.picture && (
        <figure className="opener">
          <Picture picture={article.picture} sizes="100vw" first />
        </figure>
      )}
      <header className="head page">
        <Kicker article={article} />
        <h1>{article.headline}</h1>
        {article.standfirst && <p className="intro">{article.standfirst}</p>}
        <Credits article={article} paper={paper} minutes={Math.round(article.words / 230)} />
      </header>
      <div className="page">
        <div className="prose">
          <BodyView body={article.body} findable={findable} dateline={article.dateline} material={article.material} language={article.language} timeZone={paper.timeZone} />
        </div>
        <div className="narrow">
          <After article={article} paper={paper} />
          {discussion}
        </div>
      </div>
    </article>
  );
}

function Kicker({ article }: { article: ArticlePage }) {
  return (
    <p className="kicker">
      <Flag accent={article.section.accent} />
      <a href={`/${article.section.slug}`}>{article.kicker || article.section.name}</a>
    </p>
  );
}

function Caption({ article }: { article: ArticlePage }) {
  if (!article.picture?.caption && !article.picture?.credit) return null;
  return (
    <figcaption>
      {article.picture.caption} <span className="credit">{article.picture.credit}</span>
    </figcaption>
  );
}

/** Corrections that do not stand in the text, the honest list of changes, tags, and who wrote it. */
function After({ article, paper }: { article: ArticlePage; paper: PaperSettings }) {
  const say = words[article.language];
  const noted = notedIn(article.body);
  const isShown = (change: PublicChange) => article.corrections.some((one) => one.note === change.note && one.at.getTime() === change.at.getTime());
  const author = article.bylines.map((byline) => (byline.role === "by" && byline.personId ? article.signatories.get(byline.personId) : undefined)).find((person) => person?.bio);
  return (
    <div className="after">
      {(article.corrections.length > 0 || article.changes.length > 1) && (
        <section className="changes" id="changes" aria-label={say.changes(article.changes.length)}>
          {article.corrections.filter((one) => !noted.has(one.id)).map((correction) => (
            <p className="correction" key={correction.id}>
              <b>
                {say.corrections[correction.kind]}, <time dateTime={isoWithOffset(correction.at, paper.timeZone)}>{printedTime(correction.at, paper.timeZone, article.language)}</time>.
              </b>{" "}
              {correction.note}
            </p>
          ))}
          <details>
            <summary>{say.changes(article.changes.length)}</summary>
            <ol>
              {article.changes.map((change) => (
                <li key={change.at.toISOString() + change.kind}>
                  <time dateTime={isoWithOffset(change.at, paper.timeZone)}>{timeBeside(change.at, article.publishedAt, paper.timeZone, article.language)}</time>
                  <span>
                    <b>{say.changed[change.kind]}</b> {!isShown(change) && change.note}
                  </span>
                </li>
              ))}
            </ol>
          </details>
        </section>
      )}
      {article.tags.length > 0 && (
        <ul className="tags" aria-label={say.tags}>
          {article.tags.map((tag) => (
            <li key={tag.slug}>
              <a href={`/tags/${encodeURIComponent(tag.slug)}`} rel="tag">
                {tag.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {author && (
        <section className="author" aria-label={say.aboutAuthor}>
          {author.portrait && <Picture picture={author.portrait} sizes="5.2rem" alt="" />}
          <div>
            <h2 dir="auto">{author.name}</h2>
            <p>
              <bdi>{author.bio}</bdi> {author.handle && <a href={`/authors/${author.handle}`}>{say.allStories}</a>}
            </p>
          </div>
        </section>
      )}
    </div>
  );
}
