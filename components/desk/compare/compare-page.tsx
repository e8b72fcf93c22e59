import type { ReactNode } from "react";
import { ChangeKeys } from "@/components/desk/compare/change-keys";
import type { View } from "@/components/desk/compare/compare";
import { deskTime } from "@/components/desk/editor/times";
import { StoryBar } from "@/components/desk/story-bar";
import { type RevisionLine, revisionKindNames } from "@/lib/articles/desk-views";
import { compareAddress } from "@/lib/comparison/compare-address";
import { clausesOf, wordsGoneAndCome } from "@/lib/comparison/sentences";
import { enumerated, inWords } from "@/lib/comparison/names";
import { versionsOffered } from "@/lib/comparison/timeline";
import type { StoryComparison } from "@/lib/comparison/compare-stories";

type Compared = { lines: RevisionLine[]; before: RevisionLine; after: RevisionLine | null; afterAt: string; contents: { after: { headline: string } }; comparison: StoryComparison; people: string[] };
type Props = { articleId: string; view: View; timeZone: string; /** Null where there is only one version. */ compared: Compared | null; /** The button that says one has seen it. */ seen: ReactNode; children?: ReactNode };

/** Two versions of a story and what lies between them. Reads and chooses without scripts; with them one walks by key. */
export function ComparePage({ articleId, view, timeZone, compared, seen, children }: Props) {
  const history = `/desk/articles/${articleId}/history`;
  return (
    <>
      <a className="skip" href="#changes">
        Go to the changes
      </a>
      <div className="comparing">
        <StoryBar back={{ href: history, says: "Back to the history" }} what="Changes" headline={compared ? compared.contents.after.headline || "Without a headline" : "Nothing to compare yet"}>
          {compared && <ChangeKeys count={compared.comparison.changes} />}
        </StoryBar>
        <main className="diff" id="changes" tabIndex={-1} aria-label={compared ? `Changes from version ${compared.before.seq} to ${compared.after ? `version ${compared.after.seq}` : "the working copy"}` : "Changes"}>
          <div className="in">
            {compared ? (
              <>
                <Choice {...compared} articleId={articleId} view={view} timeZone={timeZone} />
                <Summary {...compared} />
                {seen}
                {children}
              </>
            ) : (
              <div className="empty">
                <h2>One version so far</h2>
                <p>As soon as the story is changed, the changes are shown here: keep a version, hand the story in, or leave it for a while.</p>
                <a className="btn" href={`/desk/articles/${articleId}`}>
                  To the story
                </a>
              </div>
            )}
          </div>
        </main>
      </div>
    </>
  );
}

/** What a version is called in a list: "12 published “Before the lawyers”, 24 Nov, 09:06". */
function versionSaid(line: RevisionLine, timeZone: string): string {
  return `${line.seq} ${revisionKindNames[line.kind]}${line.label ? ` “${line.label}”` : ""}${line.name ? ` “${line.name}”` : ""}${line.live ? " (live)" : ""}, ${deskTime(line.at, timeZone)}`;
}

function Choice({ articleId, lines, before, after, afterAt, view, timeZone }: Compared & Pick<Props, "articleId" | "view" | "timeZone">) {
  const options = versionsOffered(lines, [before, after]).map((line) => (
    <option key={line.id} value={line.id}>
      {versionSaid(line, timeZone)}
    </option>
  ));
  const views = { inline: "Inline", side: "Side by side" } satisfies Record<View, string>;
  return (
    <div className="legend">
      <form className="compare-choice" action={compareAddress(articleId)} aria-label="Which versions">
        {view === "side" && <input type="hidden" name="view" value={view} />}
        <label>
          From <select className="input" name="from" defaultValue={before.id} key={before.id}>{options}</select>
        </label>
        <label>
          To{" "}
          <select className="input" name="to" defaultValue={after?.id ?? "now"} key={after?.id ?? "now"}>
            <option value="now">working copy, {deskTime(after ? (lines[0]?.at ?? afterAt) : afterAt, timeZone)}</option>
            {options}
          </select>
        </label>
        <button className="btn" type="submit">
          Compare
        </button>
      </form>
      <span className="legend-signs">
        <span className="sign-out">taken out</span> <span className="sign-in">put in</span> <span className="marked">marked otherwise</span>
      </span>
      <nav className="tabs" aria-label="How to show it">
        {(Object.keys(views) as View[]).map((one) => (
          <a key={one} href={compareAddress(articleId, { from: before.id, to: after?.id ?? "now", view: one })} aria-current={one === view ? "page" : undefined}>
            {views[one]}
          </a>
        ))}
      </nav>
    </div>
  );
}

function Summary({ comparison, people }: Compared) {
  const clauses = clausesOf(comparison);
  const { gone, come } = wordsGoneAndCome(comparison);
  const words = (number: number) => `${number} ${number === 1 ? "word" : "words"}`;
  if (clauses.length === 0) return <p className="compare-summary">Between these two nothing changed.</p>;
  return (
    <p className="compare-summary">
      {people.length > 0 ? enumerated(people) : "Somebody"} {enumerated(clauses)}. <span className="quiet">{`${comparison.changes === 1 ? "One change" : `${inWords(comparison.changes).replace(/^./, (letter) => letter.toUpperCase())} changes`}${come > 0 ? `; ${words(come)} put in` : ""}${gone > 0 ? `; ${words(gone)} taken out` : ""}.`}</span>
    </p>
  );
}
