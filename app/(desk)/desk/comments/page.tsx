import type { Metadata } from "next";
import { Keys } from "@/app/(desk)/desk/comments/keys";
import { Decide, DecidingQueue, UndoList } from "@/app/(desk)/desk/comments/decide";
import { Places } from "@/app/(desk)/desk/comments/places";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { deskTime } from "@/components/desk/editor/times";
import { ShieldStrip } from "@/components/desk/comments/shield-strip";
import { Icon } from "@/components/desk/icon";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import type { CommentStatus } from "@/db/vocabulary";
import { discussionRulesChange } from "@/lib/comments/abilities";
import { countWaitingAppeals } from "@/lib/moderation/reads/appeals";
import { moderationQueue, mostCounted, type Queue, type QueueCard, queueNames, type QueueReport, type QueuePage, queues } from "@/lib/moderation/reads/queue";
import { theShields } from "@/lib/moderation/reads/shields";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Comments" };

export default async function Moderation({ searchParams }: { searchParams: Promise<{ queue?: string; after?: string | string[] }> }) {
  const actor = await staff("/desk/comments");
  const { queue: wanted, after } = await searchParams;
  const queue = queueNames.find((one) => one === wanted) ?? "held";
  const [page, paper, appeals, shields] = await Promise.all([moderationQueue(actor, queue, typeof after === "string" ? after : undefined), thePaper(), countWaitingAppeals(), theShields(actor)]);
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>Comments</h1>
        {page?.oldest && <span className="quiet">The oldest has waited since {deskTime(page.oldest, paper.timeZone)}</span>}
        {discussionRulesChange.check(actor, null) && (
          <a className="quiet" href="/desk/comments/rules">
            How discussions are held
          </a>
        )}
        {page && (
          <a className="quiet" href="/desk/comments/shields">
            Shields
          </a>
        )}
        <Places actor={actor} />
      </header>
      {!page ? (
        <DeniedHere />
      ) : (
        <>
          <nav className="tabs" aria-label="Queues">
            {queueNames.map((one) => (
              <a key={one} href={addressOf(one)} aria-current={one === queue ? "page" : undefined}>
                {queues[one]} <span className="n">{page.counts[one] > mostCounted ? `${mostCounted}+` : page.counts[one]}</span>
              </a>
            ))}
            <a href="/desk/comments/appeals">
              Appeals <span className="n">{appeals}</span>
            </a>
          </nav>
          {shields && <ShieldStrip shields={shields} timeZone={paper.timeZone} />}
          <DecidingQueue>
            <UndoList recent={page.recent} />
            <div className="queue">
              {page.cards.length === 0 && (
                <div className="empty">
                  <h2>{page.previous ? "Nothing more here" : queue === "held" ? "Nothing waits for you" : queue === "reported" ? "Nothing is reported" : "Nothing here"}</h2>
                  <p>{page.previous ? "The rest stands on the page before." : queue === "held" ? "When somebody leaves a comment it appears here, oldest first." : "No comment is in this queue."}</p>
                </div>
              )}
              {page.cards.map((card) => (
                <Card key={card.id} card={card} timeZone={paper.timeZone} />
              ))}
              <PagesBeside queue={queue} previous={page.previous} next={page.next} />
            </div>
            <Keys cards={page.cards.map((card) => card.id)} />
          </DecidingQueue>
        </>
      )}
    </Frame>
  );
}

const addressOf = (queue: Queue, after?: string) => {
  const query = new URLSearchParams([...(queue === "held" ? [] : [["queue", queue]]), ...(after ? [["after", after]] : [])]);
  return query.size > 0 ? `/desk/comments?${query}` : "/desk/comments";
};

/** The way to the pages beside this one; nothing where the queue is one page. */
function PagesBeside({ queue, previous, next }: { queue: Queue } & Pick<QueuePage, "previous" | "next">) {
  if (!previous && !next) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {previous && (
        <a className="btn" rel="prev" href={addressOf(queue, previous === "first" ? undefined : previous.after)}>
          Previous page
        </a>
      )}
      {next && (
        <a className="btn" rel="next" href={addressOf(queue, next)}>
          Next page
        </a>
      )}
    </nav>
  );
}

/** What a decision made of a comment; one that was taken back stands where it stood. */
const whatWasDone = { approved: "Approved", rejected: "Rejected", spam: "Marked as spam", held: "Taken back", hidden: "Hidden", published: "Taken back", unverified: "Taken back", withdrawn: "Withdrawn", purged: "Purged" } satisfies Record<CommentStatus, string>;

const whoSays = { guest: "guest", reader: "reader", staff: "staff" } as const;

/** What readers report of a comment, in their words; who they are is not shown. */
function Reports({ reports, timeZone }: { reports: QueueReport[]; timeZone: string }) {
  return (
    <ul className="reports" aria-label="Reports">
      {reports.map((report) => (
        <li key={report.id}>
          <b>{report.reason.replaceAll("_", " ")}</b>
          {report.law && (
            <>
              {": "}
              <bdi>{report.law}</bdi>
            </>
          )}{" "}
          <span className="quiet">
            {report.account ? "a reader" : "a guest"}, {deskTime(report.at, timeZone)}, weight {report.weight.toFixed(1)}
            {!report.counts && ", does not count towards hiding"}
            {report.ofFormerText && ", about the text before the edit"}
          </span>
          {report.text && <p dir="auto">{report.text}</p>}
        </li>
      ))}
    </ul>
  );
}

function Card({ card, timeZone }: { card: QueueCard; timeZone: string }) {
  return (
    <article className="card" aria-labelledby={`by-${card.id}`} tabIndex={-1} data-comment={card.id} data-section={card.story.accent ?? undefined}>
      <div className="card-body">
        <header>
          <h2 id={`by-${card.id}`} dir="auto">
            {card.status === "purged" ? "Purged comment" : card.name}
          </h2>
          {card.status !== "purged" && <span className="quiet">{whoSays[card.who]}</span>}
          <time className="quiet" dateTime={card.at}>
            {deskTime(card.at, timeZone)}
          </time>
        </header>
        <p className="in">
          On {card.story.path ? <a href={card.story.path}>{card.story.headline}</a> : <b>{card.story.headline} (not live)</b>}
          {" · "}
          <a className="quiet" href={`/desk/comments/discussions/${card.story.id}`} aria-label={`Discussion of ${card.story.headline}`}>
            Discussion
          </a>
        </p>
        {card.parent && (
          <div className="parent">
            <bdi>
              <b>{card.parent.name}</b>
            </bdi>{" "}
            had written:
            <div dir="auto">
              <CommentTextView body={card.parent.body} />
            </div>
          </div>
        )}
        {card.before.length > 0 && (
          <details className="before">
            <summary>Edited by its author: what it said before</summary>
            {card.before.map((former) => (
              <div key={former.at} dir="auto">
                <time className="quiet" dateTime={former.at}>
                  {deskTime(former.at, timeZone)}
                </time>
                <CommentTextView body={former.body} />
              </div>
            ))}
          </details>
        )}
        {card.body.blocks.length > 0 && (
          <div className="said" dir="auto">
            <CommentTextView body={card.body} />
          </div>
        )}
        {card.signals.length > 0 && (
          <ul className="signals" aria-label="Why it is here">
            {card.signals.map((signal) => (
              <li key={`${signal.phase} ${signal.evidence}`} className={signal.severity === "flag" ? "g" : signal.severity === "hold" ? "w" : "b"}>
                <Icon name="warn" />
                {signal.evidence}
              </li>
            ))}
          </ul>
        )}
        {card.picked && <p className="quiet">Picked by the editors</p>}
        {card.reports.length > 0 && <Reports reports={card.reports} timeZone={timeZone} />}
        {card.decided && (
          <p className="quiet">
            {whatWasDone[card.status]} by <bdi>{card.decided.by ?? (card.status === "withdrawn" ? "its author" : "the paper itself")}</bdi>, {deskTime(card.decided.at, timeZone)}
            {card.reason && `: ${card.reason.replaceAll("_", " ")}`}
          </p>
        )}
        <Decide card={{ id: card.id, revisionId: card.revisionId, status: card.status, name: card.name, can: card.can }} />
      </div>
    </article>
  );
}
