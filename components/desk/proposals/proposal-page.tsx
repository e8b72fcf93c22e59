import type { ReactNode } from "react";
import { ChangeKeys } from "@/components/desk/compare/change-keys";
import { ChangedBlock } from "@/components/desk/compare/changed-block";
import { ChangedField } from "@/components/desk/compare/changed-field";
import { ours } from "@/components/desk/compare/changed-text";
import { Changes, type View } from "@/components/desk/compare/compare";
import { deskTime } from "@/components/desk/editor/times";
import { StoryBar } from "@/components/desk/story-bar";
import { languages } from "@/db/vocabulary";
import type { FieldChange } from "@/lib/comparison/compare-stories";
import type { ComparedPart } from "@/lib/comparison/parts-compared";
import { clausesOf } from "@/lib/comparison/sentences";
import { enumerated, inWords } from "@/lib/comparison/names";
import type { StoryContent } from "@/lib/content/document";
import { proposalStateNames, unanswered } from "@/lib/proposals/proposal";
import type { ProposalView, ShownHunk } from "@/lib/proposals/views";

type Props = { view: ProposalView; show: View; timeZone: string; sectionName: (id: string) => string | null; /** What its author can do with it. */ own: ReactNode; /** The form around the changes, where this person may answer. */ form: (changes: ReactNode) => ReactNode; partOf: (change: FieldChange | ComparedPart) => string | null };

/** A proposal: who sent it and why, what it changes, how each change stands to the story now, and what was answered. Read and answered without scripts. */
export function ProposalPage({ view, show, timeZone, sectionName, own, form, partOf }: Props) {
  const { line, contents, comparison, hunks, material, can } = view;
  const address = `/desk/articles/${line.articleId}/proposals`;
  const hunkOf = (change: FieldChange | ComparedPart) => hunks.get(partOf(change) ?? "") ?? null;
  const { open, fitting, there } = unanswered(hunks.values());
  return (
    <>
      <a className="skip" href="#changes">
        Go to the changes
      </a>
      <div className="comparing proposal">
        <StoryBar back={{ href: address, says: "All copies and proposals of this story" }} what="Proposal" headline={contents.after.headline || "Without a headline"}>
          <ChangeKeys count={comparison.changes} />
          {can.openStory && (
            <a className="btn" href={`/desk/articles/${line.articleId}`}>
              To the story
            </a>
          )}
        </StoryBar>
        <main className="diff" id="changes" tabIndex={-1} aria-label={`What ${line.isOwn ? "you propose" : `${line.by} proposes`}`}>
          <div className="in">
            <div className="legend">
              <p className="proposal-head">
                <span className="proposal-state">{proposalStateNames[line.state]}</span> {line.isOwn ? "Your proposal" : <>Proposal by <bdi>{line.by}</bdi></>}
                {line.sentAt && `, sent ${deskTime(line.sentAt, timeZone)}`}
                {line.settled && `, ended ${deskTime(line.settled.at, timeZone)} by ${line.settled.by}`}
              </p>
              <span className="legend-signs">
                <span className="sign-out">taken out</span> <span className="sign-in">put in</span> <span className="marked">marked otherwise</span>
              </span>
              <nav className="tabs" aria-label="How to show it">
                {(["inline", "side"] as const).map((one) => (
                  <a key={one} href={`${address}?p=${line.id}${one === "side" ? "&view=side" : ""}`} aria-current={one === show ? "page" : undefined}>
                    {one === "side" ? "Side by side" : "Inline"}
                  </a>
                ))}
              </nav>
            </div>
            {line.word && (
              <blockquote className="proposal-why" dir="auto">
                {line.word}
              </blockquote>
            )}
            {line.answer && (
              <p className="notice" dir="auto">
                <b>Answered:</b> {line.answer}
              </p>
            )}
            <p className="compare-summary">{comparison.changes === 0 ? "Nothing has been changed in this copy yet." : `${line.isOwn ? "You" : line.by} ${enumerated(clausesOf(comparison))}.`}</p>
            {own}
            {form(
              <>
                {can.decide && (open > 0 ? <Rest open={open} fitting={fitting} /> : there > 0 && <AllThere count={there} isRest={there < hunks.size} />)}
                <Changes
                  comparison={comparison}
                  contents={contents}
                  makers={{ blocks: new Map(), fields: new Map() }}
                  material={material}
                  view={show}
                  timeZone={timeZone}
                  sectionName={sectionName}
                  beside={(change) => <Answer hunk={hunkOf(change)} canDecide={can.decide} isWaiting={line.state === "sent"} timeZone={timeZone} />}
                  below={(change) => isOvertaken(hunkOf(change)) && <Meanwhile change={change} view={view} sectionName={sectionName} />}
                />
              </>,
            )}
          </div>
        </main>
      </div>
    </>
  );
}

/** Whether the story went another way at this place and nobody has answered yet: then what became of it is shown. */
const isOvertaken = (hunk: ShownHunk | null) => (hunk?.standing === "conflict" || hunk?.standing === "moot") && !hunk.decided;

/** All that nobody has answered, with one press. */
function Rest({ open, fitting }: { open: number; fitting: number }) {
  const rest = open - fitting;
  return (
    <div className="answer-rest">
      <button className="btn first" type="submit" name="rest" value="taken" disabled={fitting === 0}>
        {rest === 0 ? `Take all ${fitting === 1 ? "of it" : inWords(fitting)}` : `Take ${inWords(fitting)} that ${fitting === 1 ? "fits" : "fit"}`}
      </button>
      {rest > 0 && <span className="quiet">{rest === 1 ? "One change is" : `${rest} changes are`} about what was changed in the story meanwhile: look at {rest === 1 ? "it" : "each of them"}.</span>}
      <details>
        <summary>Decline {open === 1 ? "what is left" : "all that is left"}…</summary>
        <label htmlFor="proposal-answer">A word to whoever proposed it</label>
        <textarea className="input" id="proposal-answer" name="answer" rows={2} maxLength={1000} dir="auto" />
        <button className="btn" type="submit" name="rest" value="declined">
          {open === 1 ? "Decline it" : `Decline ${inWords(open)}`}
        </button>
      </details>
    </div>
  );
}

/** Where nothing is left to take, since somebody wrote the same into the story by hand: it is closed with one press, and its author hears so. */
function AllThere({ count, isRest }: { count: number; isRest: boolean }) {
  return (
    <div className="answer-rest">
      <button className="btn first" type="submit" name="rest" value="taken">
        Close it as taken
      </button>
      <span className="quiet">The story says {count === 1 ? "it" : isRest ? "all that is left" : "all of it"} already.</span>
    </div>
  );
}

/** Beside a change: what was answered, or how it stands to the story and the two answers. */
function Answer({ hunk, canDecide, isWaiting, timeZone }: { hunk: ShownHunk | null; canDecide: boolean; isWaiting: boolean; timeZone: string }) {
  if (!hunk) return <span className="quiet">A published correction stays as it is</span>;
  const { part, standing, seen, decided } = hunk;
  if (decided)
    return (
      <span className={decided.verdict === "taken" ? "answered taken" : "answered"}>
        {decided.verdict === "taken" ? "Taken" : "Declined"} by <bdi>{decided.by}</bdi>, {deskTime(decided.at, timeZone)}
      </span>
    );
  if (standing === "there") return <span className="quiet">The story says so already</span>;
  if (!canDecide) return isWaiting ? <span className="quiet">Not answered yet</span> : null;
  return (
    <>
      {standing === "conflict" && <b className="conflict">The story was changed here meanwhile</b>}
      {standing === "moot" && <b className="conflict">The story has not got this picture any more: its words cannot be taken</b>}
      <span className="two-answers">
        {standing !== "moot" && (
          <button className="btn small" type="submit" name="one" value={`taken ${part} ${seen}`}>
            {standing === "conflict" ? "Take anyway" : "Take"}
          </button>
        )}
        <button className="btn plain small" type="submit" name="one" value={`declined ${part} ${seen}`}>
          Decline
        </button>
      </span>
    </>
  );
}

const spokenIn = ({ language }: StoryContent) => ({ lang: language, dir: languages[language].direction });

/** What became of the same place in the story since the copy was made. */
function Meanwhile({ change, view: { meanwhile, contents, material }, sectionName }: { change: FieldChange | ComparedPart; view: ProposalView; sectionName: Props["sectionName"] }) {
  if (!meanwhile) return null;
  const [was, spoken] = [spokenIn(contents.before), spokenIn(meanwhile.content)];
  const field = "name" in change ? meanwhile.comparison.fields.find(({ name }) => name === change.name) : undefined;
  const block = "name" in change || change.beforeAt === null ? undefined : meanwhile.comparison.blocks.find((one) => one.beforeAt === change.beforeAt && one.kind !== "moved_away");
  return (
    <details className="meanwhile" open>
      <summary {...ours}>What became of it in the story meanwhile</summary>
      {field && <ChangedField field={field} side="both" material={material} was={was} sectionName={sectionName} />}
      {block && (block.after ? <ChangedBlock compared={block} side="both" material={material} was={was} spoken={spoken} /> : <p {...ours}>It was taken out.</p>)}
      {!field && !block && <p {...ours}>What it belongs to is another one now, or gone.</p>}
    </details>
  );
}
