import { AskForm, CloseForm, CorrectedForm, PlaceForm, StepsForm } from "@/app/(desk)/desk/comments/newsroom/forms";
import { deskTime } from "@/components/desk/editor/times";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { type UseKind, type UseState, useKindNames } from "@/db/vocabulary";
import type { NewsroomRow } from "@/lib/newsroom/reads/newsroom-list";

/** What each state means, by what it is. */
const stands: Record<UseState, string | Record<UseKind, string>> = {
  noted: { letter: "Its author was not asked yet", lead: "Its author was not asked yet", correction: "Reported by a reader; nobody has looked into it yet" },
  asked: "Its author was asked",
  agreed: { letter: "She agrees: it may be printed", lead: "She agrees: somebody may write to her", correction: "" },
  refused: "She refuses: nothing comes of it",
  withdrawn: "She took her consent back: nothing comes of it",
  used: { letter: "In a story that is not out yet", lead: "Followed", correction: "Corrected" },
  closed: "Closed",
};

type Props = { row: NewsroomRow; stories: { id: string; headline: string }[]; timeZone: string };

/** One comment that the newsroom may make something of: what it says, how far that is, and what whoever looks may do next. */
export function Use({ row, stories, timeZone }: Props) {
  const { id, kind, state, comment, story, can } = row;
  const at = (iso: string) => deskTime(iso, timeZone);
  const use = { id, version: row.version };
  const name = comment.name || "a former reader";
  const says = row.printed && state === "used" ? "Printed" : stands[state];
  const steps = [...(can.take ? [row.taken?.mine ? (["leave", "I no longer see to it"] as const) : (["take", row.taken ? `See to it in place of ${row.taken.by}` : "I see to it"] as const)] : []), ...(can.followed ? [["used", "It is followed"] as const] : []), ...(can.reopen ? [["reopen", kind === "letter" && state === "used" ? "It is out of the story again" : "Open it again"] as const] : []), ...(can.unmark ? [["unmark", "Take the mark back"] as const] : [])];
  return (
    <article className="use" aria-label={`${useKindNames[kind]}: ${name}`} data-state={state}>
      <header>
        <h2>
          {useKindNames[kind]}: <bdi>{name}</bdi>
        </h2>
        <span className="use-state" data-state={state}>
          {typeof says === "string" ? says : says[kind]}
        </span>
      </header>
      <p className="quiet">
        On {story.path ? <a href={`/comments/at/${comment.id}#comment-${comment.id}`}>{story.headline}</a> : <b>{story.headline} (not live)</b>}
        {story.editable && (
          <>
            {" · "}
            <a href={`/desk/articles/${story.id}`} aria-label={`Open “${story.headline}” in the editor`}>
              In the editor
            </a>
          </>
        )}{" "}
        · marked by <bdi>{row.marked.by}</bdi>, {at(row.marked.at)}
        {row.taken && (
          <>
            {" · "}
            {row.taken.mine ? "you see" : <bdi>{row.taken.by}</bdi>}
            {row.taken.mine ? " to it" : " sees to it"}, since {at(row.taken.at)}
          </>
        )}
      </p>
      {row.mustBeSeenTo && (
        <p className="notice bad">
          {row.printed ? "She took her consent back after the letter was printed. Decide what becomes of it there, then close this." : row.usedIn ? "The letter stands in a story, and may not be printed any more. The story cannot go out: take the letter out, then close this." : "Somebody has followed it, and she no longer wants that. Close this once it is seen to."}
        </p>
      )}
      {comment.body.blocks.length > 0 ? (
        <div className="said" dir="auto">
          <CommentTextView body={comment.body} />
        </div>
      ) : (
        <p className="quiet">The comment is gone.</p>
      )}
      <Asked row={row} at={at} />
      {row.contact && (
        <p className="use-contact">
          Where she may be reached: <b dir="auto">{row.contact}</b>
        </p>
      )}
      {row.hasContact && !row.contact && can.take && kind === "lead" && <p className="quiet">Whoever sees to it reads here where she may be reached.</p>}
      {row.usedIn && (
        <p>
          In <a href={`/desk/articles/${row.usedIn.id}`}>{row.usedIn.headline || "a story without a headline"}</a>
        </p>
      )}
      {row.correction && (
        <p>
          <a href={`/desk/articles/${story.id}/history`}>The correction</a> of {at(row.correction.at)}: <bdi>{row.correction.note}</bdi>
        </p>
      )}
      {row.closingNote && (
        <p dir="auto">
          <b>For colleagues:</b> {row.closingNote}
        </p>
      )}
      {can.corrected && <CorrectedForm use={use} corrections={row.corrections} />}
      {can.print && <PlaceForm use={use} stories={stories} />}
      {can.ask && (
        <details open={state === "noted"}>
          <summary>{state === "noted" ? "Ask its author" : "Ask again, with other words"}</summary>
          <AskForm use={use} words={kind === "letter" ? (row.consent?.words ?? comment.source) : null} again={state !== "noted"} />
        </details>
      )}
      <StepsForm use={use} steps={steps} />
      {can.close && (
        <details>
          <summary>Close it…</summary>
          <CloseForm use={use} label={kind === "correction" ? "There was no error" : "Close it"} />
        </details>
      )}
    </article>
  );
}

/** What she was asked, and what she answered. */
function Asked({ row: { kind, consent, state, comment }, at }: { row: NewsroomRow; at: (iso: string) => string }) {
  if (!consent) return null;
  const { words, declaration, askedBy, askedAt, mailed, expiresAt, answer, answeredAt, signedAs, withdrawnAt } = consent;
  return (
    <div className="use-asked">
      <p className="quiet">
        Asked by <bdi>{askedBy}</bdi>, {at(askedAt)}, {mailed ? "by mail and on the page of her comment" : "on the page of her comment alone: no mail could go out to her"}
        {state === "asked" && `; she may answer until ${at(expiresAt)}`}
      </p>
      {answer && answeredAt && (
        <p>
          {answer === "agreed" ? "She agreed" : "She refused"}, {at(answeredAt)}
          {answer === "agreed" && (
            <>
              : <q dir="auto">{declaration}</q>
            </>
          )}
          {withdrawnAt && `; taken back, ${at(withdrawnAt)}`}
        </p>
      )}
      {kind === "letter" && words !== comment.source.trim() && (
        <blockquote dir="auto">
          {words.split(/\n+/).map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name and never move.
            <p key={place}>{line}</p>
          ))}
        </blockquote>
      )}
      {signedAs && (
        <p>
          Signed <b dir="auto">{signedAs}</b>
        </p>
      )}
    </div>
  );
}
