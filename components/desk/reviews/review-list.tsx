import type { ReactNode } from "react";
import { ChangedText, sentencesOfMarks } from "@/components/desk/compare/changed-text";
import { deskTime } from "@/components/desk/editor/times";
import { languages } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { DeskRemark, DeskReview } from "@/lib/outside-reviews/views";

type Props = { reviews: readonly DeskReview[]; articleId: string; timeZone: string; revoke: (review: DeskReview) => ReactNode; answer: (remark: DeskRemark) => ReactNode };

const noMaterial: BodyMaterial = { pictures: new Map(), stories: new Map(), embeds: new Map() };
const spokenIn = ({ language }: DeskRemark) => ({ lang: language, dir: languages[language].direction });
const stateNames = { open: "Open", over: "Over", ended: "Ended", shut: "Leads nowhere" } satisfies Record<DeskReview["state"], string>;
const verdictNames = { taken: "Taken", declined: "Declined", done: "Seen to" };

/** The links of a story for people outside: for whom, of which version, who opened them and when, and what was said. */
export function ReviewList({ reviews, articleId, timeZone, revoke, answer }: Props) {
  return (
    <ol className="review-list" aria-label="Links for people outside">
      {reviews.map((review) => (
        <li key={review.id}>
          <article aria-label={`Link for ${review.forWhom}`}>
            <header>
              <h2 dir="auto">{review.forWhom}</h2>
              <span className={review.state === "open" ? "review-state open" : "review-state"}>{stateNames[review.state]}</span>
              {(review.state === "open" || review.state === "shut") && revoke(review)}
            </header>
            {review.word && (
              <p className="proposal-word" dir="auto">
                “{review.word}”
              </p>
            )}
            <p className="faint">
              <a href={`/desk/articles/${articleId}/history?v=${review.revisionId}`}>Version {review.seq}</a> · made by <bdi>{review.by}</bdi>, {deskTime(review.createdAt, timeZone)} · {review.state === "open" || review.state === "shut" ? "lasts until" : "was to last until"} {deskTime(review.expiresAt, timeZone)}
              {review.state === "shut" && " · whoever made it may not publish this story any more"}
              {review.ended && (
                <>
                  {" "}
                  · ended by <bdi>{review.ended.by}</bdi>, {deskTime(review.ended.at, timeZone)}
                </>
              )}
            </p>
            {review.readers.length === 0 ? (
              <p className="quiet">Nobody has opened it yet.</p>
            ) : (
              <ul className="review-readers" aria-label="Who opened it">
                {review.readers.map((reader) => (
                  <li key={reader.id}>
                    <bdi>{reader.name}</bdi> opened it {deskTime(reader.openedAt, timeZone)}
                    {reader.times > 1 && `, ${reader.times} times, last ${deskTime(reader.lastSeenAt, timeZone)}`}
                  </li>
                ))}
              </ul>
            )}
            {review.remarks.length > 0 && (
              <ol className="review-remarks" aria-label="What was said">
                {review.remarks.map((remark) => (
                  <li key={remark.id}>
                    <Remark remark={remark} timeZone={timeZone} answer={answer} />
                  </li>
                ))}
              </ol>
            )}
            {review.elsewhere > 0 && <p className="faint">{review.elsewhere === 1 ? "Another remark by this link stands on another page." : `${review.elsewhere} more remarks by this link stand on other pages.`}</p>}
          </article>
        </li>
      ))}
    </ol>
  );
}

/** What would become of links and marks of words that stay. */
const losing = ({ changed }: DeskRemark) => sentencesOfMarks(changed).join(" ");

function Remark({ remark, timeZone, answer }: { remark: DeskRemark; timeZone: string; answer: Props["answer"] }) {
  return (
    <article aria-label={`Remark of ${remark.by} on ${remark.title}`}>
      <p className="faint">
        <bdi>{remark.by}</bdi> on {remark.title}, {deskTime(remark.at, timeZone)}
      </p>
      {remark.said && (
        <p className="proposal-word" dir="auto">
          {remark.said}
        </p>
      )}
      {remark.instead !== null && (
        <p className="review-changed" {...spokenIn(remark)}>
          <ChangedText text={remark.changed} side="both" material={noMaterial} was={spokenIn(remark)} />
        </p>
      )}
      {losing(remark) && <p className="quiet">{losing(remark)}</p>}
      {remark.meanwhile && (
        <details className="meanwhile" open>
          <summary>What became of it in the story meanwhile</summary>
          {remark.meanwhile.length === 0 ? (
            <p>Nothing is left of it.</p>
          ) : (
            <p className="review-changed" {...spokenIn(remark)}>
              <ChangedText text={remark.meanwhile} side="both" material={noMaterial} was={spokenIn(remark)} />
            </p>
          )}
        </details>
      )}
      {remark.instead === null && remark.was && (
        <p className="review-was" {...spokenIn(remark)}>
          {remark.was}
        </p>
      )}
      {remark.settled ? (
        <p className="quiet">
          {verdictNames[remark.settled.verdict]} by <bdi>{remark.settled.by}</bdi>, {deskTime(remark.settled.at, timeZone)}
        </p>
      ) : (
        answer(remark)
      )}
    </article>
  );
}
