import { Fragment } from "react";
import { Tools } from "@/components/reader/article/tools";
import { isoWithOffset, printedTime, timeBeside } from "@/components/reader/dates";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import { bylineRoles } from "@/db/vocabulary";
import type { ArticlePage } from "@/lib/articles/views";
import type { Byline } from "@/lib/content/document";
import type { PaperSettings } from "@/lib/settings/paper";

/** Who and when: bylines by role, the time with its zone, and "Updated" only after a real update. `signedAbove` where the head says whom it is by. */
export function Credits({ article, paper, minutes, signedAbove = false }: { article: ArticlePage; paper: PaperSettings; minutes?: number; signedAbove?: boolean | undefined }) {
  const say = words[article.language];
  const others = bylineRoles.filter((role) => role !== "by" && article.bylines.some((byline) => byline.role === role));
  return (
    <div className="credits">
      {!signedAbove && <By article={article} lead={say.bylines.by} />}
      {others.map((role) => (
        <span className="role" key={role}>
          {say.bylines[role]} <Names bylines={article.bylines.filter((byline) => byline.role === role)} article={article} />
        </span>
      ))}
      <span className="when">
        <time dateTime={isoWithOffset(article.publishedAt, paper.timeZone)}>{printedTime(article.publishedAt, paper.timeZone, article.language)}</time>
        {minutes !== undefined && ` · ${say.minutes(minutes)}`}
      </span>
      {article.updatedAt && (
        <span className="when">
          <a href="#changes">
            {say.updated} <time dateTime={isoWithOffset(article.updatedAt, paper.timeZone)}>{timeBeside(article.updatedAt, article.publishedAt, paper.timeZone, article.language)}</time>
          </a>
        </span>
      )}
      <Tools article={article} />
    </div>
  );
}

/** Those it is by, after the word that says so; nothing where nobody signed. */
export function By({ article, lead }: { article: ArticlePage; lead: string }) {
  const by = article.bylines.filter((byline) => byline.role === "by");
  if (by.length === 0) return null;
  return (
    <p className="by">
      {lead} <Names bylines={by} article={article} />
    </p>
  );
}

function Names({ bylines, article }: { bylines: readonly Byline[]; article: ArticlePage }) {
  const say = words[article.language];
  return bylines.map((byline, index) => {
    const handle = byline.personId ? article.signatories.get(byline.personId)?.handle : null;
    return (
      <Fragment key={`${byline.role}${byline.name}`}>
        {index > 0 && (index === bylines.length - 1 ? ` ${say.and} ` : comma(article.language))}
        {handle ? (
          <a href={`/authors/${handle}`} rel="author">
            <bdi>{byline.name}</bdi>
          </a>
        ) : (
          <b dir="auto">{byline.name}</b>
        )}
      </Fragment>
    );
  });
}
