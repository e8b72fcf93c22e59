import type { ReactNode } from "react";
import { Reject } from "@/app/(desk)/desk/comments/reject";
import type { OneAct } from "@/app/(desk)/desk/comments/what-was-done";
import { deskTime } from "@/components/desk/editor/times";
import { Icon } from "@/components/desk/icon";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { type CommentStatus, useKindNames, useKinds } from "@/db/vocabulary";
import { markMatches } from "@/lib/moderation/matched-words";
import { addressOfQueue } from "@/lib/moderation/queue-address";
import type { QueueCard } from "@/lib/moderation/reads/queue";
import type { AuthorStrip } from "@/lib/moderation/reads/card-details";

/** What a decision made of a comment; one that was taken back stands where it stood. */
const becameOf = { approved: "Approved", rejected: "Rejected", spam: "Marked as spam", held: "Taken back", hidden: "Hidden", published: "Taken back", unverified: "Taken back", withdrawn: "Withdrawn", purged: "Purged" } satisfies Record<CommentStatus, string>;

const whoSays = { guest: "guest", reader: "reader", staff: "staff" } as const;
const knownAs = ["new here", "known", "well known", "trusted"] as const;

type Props = {
  card: QueueCard;
  timeZone: string;
  /** Where the conversation of this comment stands beside the queue without scripts. */
  conversation: string;
  isCurrent: boolean;
  isChosen: boolean;
  /** It was decided here, and the desk has not answered yet. */
  isGoing: boolean;
  looking: readonly string[];
  /** Why the last decision about it came back. */
  trouble: string | null;
  send: (form: FormData) => void;
  /** Chooses it, or no longer; `upTo` all between the one chosen last and it. */
  choose: (upTo: boolean) => void;
  /** Somebody came to it, or to something in it. */
  came: () => void;
};

/** One comment with everything that a decision about it needs. */
export function Card({ card, timeZone, conversation, isCurrent, isChosen, isGoing, looking, trouble, send, choose, came }: Props) {
  const { id, name, status, revisionId } = card;
  return (
    <article className={`card${isCurrent ? " on" : ""}${isGoing ? " going" : ""}`} aria-busy={isGoing || undefined} aria-labelledby={`by-${id}`} tabIndex={-1} data-comment={id} data-section={card.story.accent ?? undefined} onFocus={came}>
      <input type="checkbox" form="many" name="item" value={`${id} ${revisionId} ${status}`} aria-label={`Choose ${name}’s comment`} checked={isChosen} onChange={(event) => choose((event.nativeEvent as MouseEvent).shiftKey)} />
      <div className="card-body">
        <header>
          <h2 id={`by-${id}`} dir="auto">
            {status === "purged" ? "Purged comment" : name}
          </h2>
          {status !== "purged" && <span className="quiet">{whoSays[card.who]}</span>}
          <time className="quiet" dateTime={card.at}>
            {deskTime(card.at, timeZone)}
          </time>
          <span className="in">
            on {card.story.path ? <a href={card.story.path}>{card.story.headline}</a> : <b>{card.story.headline} (not live)</b>}
            {" · "}
            <a className="quiet" href={`/desk/comments/discussions/${card.story.id}`} aria-label={`Discussion of ${card.story.headline}`}>
              Discussion
            </a>
          </span>
        </header>
        {card.author && <Strip author={card.author} name={name} />}
        {looking.length > 0 && <p className="looks">{looking.join(" and ")} {looking.length === 1 ? "is" : "are"} looking</p>}
        {trouble && (
          <p className="notice bad" role="alert">
            {trouble}
          </p>
        )}
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
        <Edits card={card} timeZone={timeZone} />
        {card.body.blocks.length > 0 && (
          <div className="said" dir="auto">
            <CommentTextView body={card.body} words={(text) => marked(text, card.matched)} />
          </div>
        )}
        {card.signals.length > 0 && (
          <ul className="signals" aria-label="Why it is here">
            {card.signals.map((signal) => (
              <li key={signal.phase + signal.evidence} className={signal.severity === "flag" ? "g" : signal.severity === "hold" ? "w" : "b"}>
                <Icon name="warn" />
                {signal.evidence}
              </li>
            ))}
          </ul>
        )}
        {card.picked && <p className="quiet">Picked by the editors</p>}
        {card.escalated && (
          <p className="escalated">
            <bdi>{card.escalated.by ?? "Somebody"}</bdi> asks for somebody more senior, {deskTime(card.escalated.at, timeZone)}
            {card.escalated.note && (
              <>
                {": "}
                <bdi>{card.escalated.note}</bdi>
              </>
            )}
          </p>
        )}
        <Notices card={card} timeZone={timeZone} />
        <Reports card={card} timeZone={timeZone} />
        {card.decided && (
          <p className="quiet">
            {becameOf[status]} by <bdi>{card.decided.by ?? (status === "withdrawn" ? "its author" : "the paper itself")}</bdi>, {deskTime(card.decided.at, timeZone)}
            {card.reason && `: ${card.reason.replaceAll("_", " ")}`}
          </p>
        )}
        {card.uses.length > 0 && (
          <p className="quiet">
            For the newsroom: {card.uses.map(({ kind, state }) => `${useKindNames[kind].toLowerCase()} (${state})`).join(", ")}. <a href="/desk/comments/newsroom?all=1">The list</a>
          </p>
        )}
        {card.underHold && <p className="quiet">Under a legal hold: nothing of it is erased.</p>}
        {card.own && <p className="quiet">You wrote this: somebody else decides.</p>}
        <Decide card={card} conversation={conversation} send={send} />
      </div>
    </article>
  );
}

const marked = (text: string, matched: readonly string[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name and never move.
  matched.length === 0 ? text : markMatches(text, matched).map((piece, place) => (piece.marked ? <mark key={place}>{piece.text}</mark> : piece.text));

/** What the paper knows of the author, as the way to all of it. */
function Strip({ author: { page, kind, since, trust, approved, rejected, upheld, more }, name }: { author: AuthorStrip; name: string }) {
  const counted = approved + rejected + upheld === 0 ? "nothing decided yet" : `${approved} approved, ${rejected} rejected${upheld > 0 ? `, ${upheld} ${upheld === 1 ? "report" : "reports"} upheld` : ""}${more ? " of the last 100" : ""}`;
  return (
    <p className="strip">
      <a href={page} data-key="author">
        <span className="hidden">About {name}: </span>
        {kind === "reader" ? `${knownAs[trust]}, ` : ""}since {monthOf(since)} · {counted}
      </a>
    </p>
  );
}

const monthOf = (iso: string) => new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(iso));

/** What the author changed, edit by edit. */
function Edits({ card: { before }, timeZone }: { card: QueueCard; timeZone: string }) {
  if (before.length === 0) return null;
  return (
    <details className="before">
      <summary>Edited by its author: what it said before</summary>
      {before.map((former) => (
        <div key={former.at} dir="auto">
          <time className="quiet" dateTime={former.at}>
            {deskTime(former.at, timeZone)}
          </time>
          <p>
            {former.changes.map(({ kind, text }, place) => {
              const Piece = kind === "inserted" ? "ins" : kind === "deleted" ? "del" : "span";
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name and never move.
              return <Piece key={place}>{text}</Piece>;
            })}
          </p>
        </div>
      ))}
    </details>
  );
}

/** What somebody says breaks the law: with which law and why. Whoever sent it is answered with what is decided. */
function Notices({ card: { notices }, timeZone }: { card: QueueCard; timeZone: string }) {
  if (notices.length === 0) return null;
  return (
    <ul className="reports law" aria-label="Notices of unlawful content">
      {notices.map((notice) => (
        <li key={notice.id}>
          <b>Notice of unlawful content: </b>
          <bdi>{notice.law}</bdi>{" "}
          <span className="quiet">
            {deskTime(notice.at, timeZone)}, about <a href={notice.place}>this place</a>
            {notice.childOffence && ", says that it is a sexual offence against children"}
            {notice.contact ? "; your decision is told by mail" : "; nobody to answer to"}
            {notice.ofFormerText && "; about the text before the edit"}
          </span>
          <p dir="auto">{notice.explanation}</p>
        </li>
      ))}
    </ul>
  );
}

/** What readers report of a comment, in their words; who they are is not shown. */
function Reports({ card: { reports }, timeZone }: { card: QueueCard; timeZone: string }) {
  if (reports.length === 0) return null;
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

/** What each mark is called on its button. */
const marks = { letter: "Possible letter", lead: "Lead", correction: "Correction report" } as const;

/** The buttons of one comment; each carries what the moderator saw. */
function Decide({ card: { id, revisionId, status, name, can, uses }, conversation, send }: { card: QueueCard } & Pick<Props, "conversation" | "send">) {
  const markable = useKinds.filter((kind) => !uses.some((use) => use.kind === kind && use.state !== "closed"));
  return (
    <form action={send} data-one={id}>
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="of" value={name} />
      <div className="decide">
        {can.approve && <Choice decision="approve" name="Approve" does="approve" first />}
        {can.show && <Choice decision="show" name="Show again" does="approve" first />}
        {can.reject && <Reject id={id} label="Reject" name={`Reason to reject ${name}’s comment`} />}
        {can.reject && (
          <details className="escalate">
            <summary className="btn plain">Word to its author…</summary>
            <label htmlFor={`message-${id}`}>What its author is told when you reject it; of what is illegal, name the law</label>
            <textarea className="input" id={`message-${id}`} name="message" rows={2} maxLength={500} dir="auto" />
          </details>
        )}
        {can.spam && <Choice decision="spam" name="Spam" does="spam" />}
        {can.hide && <Choice decision="hide" name="Hide" does="hold" />}
        {can.pick && <Choice decision="pick" name="Pick" does="pick" />}
        {can.unpick && <Choice decision="unpick" name="Unpick" does="pick" />}
        <a className="btn plain" href={conversation} data-key="conversation">
          Conversation
        </a>
        {can.escalate && (
          <details className="escalate">
            <summary className="btn plain" data-key="escalate">
              Escalate…
            </summary>
            <label htmlFor={`note-${id}`}>What a colleague should know</label>
            <input className="input" id={`note-${id}`} name="note" maxLength={300} />
            <Choice decision="escalate" name="Ask a colleague to decide" />
          </details>
        )}
        {can.mark && markable.length > 0 && (
          <details className="escalate">
            <summary className="btn plain" data-key="newsroom">
              For the newsroom…
            </summary>
            <p className="quiet">Nothing is printed and nobody is written to by that. Of a letter or a lead she is asked first; of an error the story’s desk is told.</p>
            <span className="decide">
              {markable.map((kind) => (
                <Choice key={kind} decision={kind} name={marks[kind]} />
              ))}
            </span>
          </details>
        )}
        {can.keep && (
          <a className="btn plain" href={`/desk/comments/holds?comment=${id}`}>
            Legal hold…
          </a>
        )}
        {can.purge && (
          <details className="purge">
            <summary>Purge…</summary>
            <p>What it says and who wrote it are erased everywhere. Nobody can bring them back.</p>
            <Choice decision="purge" name="Purge for good" />
          </details>
        )}
      </div>
    </form>
  );
}

/** Sends one decision; nothing else of the form is needed for it. */
function Choice({ decision, name, does, first = false }: { decision: OneAct; name: string; does?: string; first?: boolean }) {
  return (
    <button className={first ? "btn first" : "btn"} name="decision" value={decision} type="submit" formNoValidate data-key={does}>
      {name}
    </button>
  );
}

/** What is decided about all that say nearly the same, in one step; a strip of its own above the first of them. */
export function ClusterStrip({ card: { cluster }, batchId, send }: { card: QueueCard; batchId: string; send: (form: FormData) => void }) {
  if (!cluster) return null;
  return (
    <form className="cluster" action={send} data-many aria-label={`${cluster.size} near-identical comments`}>
      <input type="hidden" name="batchId" value={batchId} suppressHydrationWarning />
      {cluster.waiting.map((seen) => (
        <input key={seen.commentId} type="hidden" name="item" value={`${seen.commentId} ${seen.revisionId} ${seen.status}`} />
      ))}
      <b>{cluster.size > 1000 ? "More than 1000" : cluster.size} near-identical</b>
      <a href={addressOfQueue({ queue: "all", filters: { cluster: cluster.id } })}>Show them</a>
      {cluster.waiting.length > 0 && (
        <>
          <span className="quiet">{cluster.waiting.length} nobody has decided about:</span>
          <Reject id={`cluster-${cluster.id}`} label="Reject all" name="Reason to reject all of them" plain />
          <button className="btn plain" name="decision" value="spam" type="submit" formNoValidate>
            All are spam
          </button>
        </>
      )}
    </form>
  );
}
