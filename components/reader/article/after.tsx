import { isoWithOffset, timeBeside } from "@/components/reader/dates";
import { CorrectionLine } from "@/components/reader/article/corrections";
import { PartsBeside } from "@/components/reader/article/in-series";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import type { ArticlePage, PublicChange } from "@/lib/articles/views";
import { notedIn } from "@/lib/content/correction-notes";
import type { PaperSettings } from "@/lib/settings/paper";

/** Corrections that stand nowhere above, the honest list of changes, tags, and who wrote it. */
export function After({ article, paper }: { article: ArticlePage; paper: PaperSettings }) {
  const say = words[article.language];
  const noted = notedIn(article.body);
  const below = paper.correctionsAt === "above" ? [] : article.corrections.filter((one) => !noted.has(one.id));
  const isShown = (change: PublicChange) => article.corrections.some((one) => one.note === change.note && one.at.getTime() === change.at.getTime());
  const signing = new Set(article.bylines.flatMap(({ personId }) => personId ?? []));
  const authors = [...signing].flatMap((id) => article.signatories.get(id) ?? []).filter(({ bio }) => bio);
  return (
    <div className="after">
      <PartsBeside article={article} />
      {(article.corrections.length > 0 || article.changes.length > 1) && (
        <section className="changes" id="changes" aria-label={say.changes(article.changes.length)}>
          {below.map((correction) => (
            <CorrectionLine key={correction.id} correction={correction} article={article} paper={paper} />
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
                <bdi>{tag.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {authors.length > 0 && (
        <section className="authors" aria-label={say.aboutAuthors(authors.length)}>
          {authors.map((author) => (
            <div className="author" key={author.name}>
              {author.portrait && <Picture picture={author.portrait} sizes="5.2rem" alt="" small />}
              <div>
                <h2 dir="auto">{author.name}</h2>
                <p dir="auto">
                  {author.bio} {author.handle && <a href={`/authors/${author.handle}`}>{say.allStories}</a>}
                </p>
              </div>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}
