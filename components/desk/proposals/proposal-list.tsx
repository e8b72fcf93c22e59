import { deskTime } from "@/components/desk/editor/times";
import { proposalStateNames } from "@/lib/proposals/proposal";
import type { ProposalLine } from "@/lib/proposals/views";

type Props = { lines: readonly ProposalLine[]; label: string; timeZone: string; /** Whether each says of which story it is. */ namesStory: boolean };

/** Copies and proposals, newest first: whose, why, and how they stand. */
export function ProposalList({ lines, label, timeZone, namesStory }: Props) {
  return (
    <ol className="proposal-list" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} className={line.state === "sent" ? "waits" : undefined}>
          <span className="proposal-state">{proposalStateNames[line.state]}</span>
          <div>
            <ProposalLink line={line} namesStory={namesStory} />
            {line.word && (
              <p dir="auto" className="proposal-word">
                “{line.word}”
              </p>
            )}
            {line.answer && (
              <p dir="auto" className="quiet">
                Answered: “{line.answer}”
              </p>
            )}
            <p className="faint">{whenSaid(line, timeZone)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where a proposal is read; one's own that is being written leads to the writing, and one of somebody else nowhere yet. */
function ProposalLink({ line: { id, articleId, state, isOwn, by, headline }, namesStory }: { line: ProposalLine; namesStory: boolean }) {
  const name = (
    <>
      {isOwn ? (state === "open" ? "Your copy" : "Your proposal") : state === "open" ? <>A copy of <bdi>{by}</bdi></> : <>Proposal by <bdi>{by}</bdi></>}
      {namesStory && <>: <bdi>{headline || "a story without a headline"}</bdi></>}
    </>
  );
  if (state === "open") return isOwn ? <a href={`/desk/articles/${articleId}/copy`}>{name}</a> : <span>{name}</span>;
  return <a href={`/desk/articles/${articleId}/proposals?p=${id}`}>{name}</a>;
}

function whenSaid({ startedAt, sentAt, settled }: ProposalLine, timeZone: string): string {
  return [`begun ${deskTime(startedAt, timeZone)}`, ...(sentAt ? [`sent ${deskTime(sentAt, timeZone)}`] : []), ...(settled ? [`ended ${deskTime(settled.at, timeZone)} by ${settled.by}`] : [])].join(" · ");
}
