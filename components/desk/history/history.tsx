"use client";

import { type ReactNode, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import { clock, deskDay } from "@/components/desk/editor/times";
import { noteRestored } from "@/components/desk/history/restored";
import { StoryBar } from "@/components/desk/story-bar";
import { type RevisionLine, revisionKindNames } from "@/lib/articles/desk-views";
import type { StoryTimeline, ToldStep } from "@/lib/comparison/timeline";

/** Two presses within so many milliseconds are one double click. */
const aBreath = 500;

type Props = { articleId: string; /** The working copy's. */ headline: string; timeline: StoryTimeline; chosen: RevisionLine | null; timeZone: string; /** The form that names the chosen version. */ naming: ReactNode; children: ReactNode };

/** Everything that was kept of a story: who, when, why; any version to read, and to bring back. */
export function History({ articleId, headline, timeline, chosen, timeZone, naming, children }: Props) {
  const [asking, setAsking] = useState(false);
  const askedAt = useRef(0);
  const [failure, setFailure] = useState<string | null>(null);
  const days = groupByDay(timeline.steps, timeZone);

  async function restore() {
    if (!chosen || isSecondPress()) return;
    const answer = await act(articleId, "restore", { revisionId: chosen.id });
    if ("failure" in answer) return setFailure(answer.failure.message);
    noteRestored(articleId, chosen.seq);
    location.assign(`/desk/articles/${articleId}`);
  }

  /** The question takes the place of the button that asked it: what is pressed in the same breath answers nothing. */
  const isSecondPress = () => performance.now() - askedAt.current < aBreath;

  return (
    <>
      <a className="skip" href="#version">
        Go to the version
      </a>
      <div className="history">
        <StoryBar back={{ href: `/desk/articles/${articleId}`, says: "Back to the story" }} what="History" headline={headline.trim() || "Without a headline"}>
          {failure && (
            <span className="problem" role="alert">
              {failure}
            </span>
          )}
          {chosen && !asking && (
            <a className="btn" href={`/desk/articles/${articleId}/history/compare?to=${chosen.id}`}>
              What changed
            </a>
          )}
          {chosen && !asking && (
            // biome-ignore lint/a11y/noAutofocus: once the question was answered by no, the button that had the focus is gone.
            <button className="btn" type="button" autoFocus={askedAt.current > 0} onClick={() => {
                askedAt.current = performance.now();
                setAsking(true);
              }}>
              Restore
            </button>
          )}
          {chosen && asking && (
            <span className="asking">
              Bring version {chosen.seq} {chosen.name && <bdi>“{chosen.name}” </bdi>}back into the working copy? What stands now is kept.{" "}
              {/* biome-ignore lint/a11y/noAutofocus: the button that had the focus is gone. */}
              <button className="btn first" type="button" onClick={restore} autoFocus>
                Restore version {chosen.seq}
              </button>{" "}
              <button className="btn plain" type="button" onClick={() => isSecondPress() || setAsking(false)}>
                Cancel
              </button>
            </span>
          )}
        </StoryBar>
        <nav className="timeline" aria-label="Versions">
          {timeline.steps.length === 0 && <p className="quiet pad">No version has been kept yet. One is cut when the story is handed in, published, or left for a while.</p>}
          {days.map(([day, own]) => (
            <div key={day}>
              <h2>{day}</h2>
              <ol>
                {own.map((step) => (
                  <li key={step.line.id}>
                    <Version line={step.line} tells={step.tells} chosen={chosen} timeZone={timeZone} page={timeline.before} />
                    {step.folded.length > 0 && (
                      <details className="folded-versions" open={step.folded.some(({ id }) => id === chosen?.id)}>
                        <summary>{step.folded.length === 1 ? "One autosave" : `${step.folded.length} autosaves`} on the way</summary>
                        <ol>
                          {step.folded.map((line) => (
                            <li key={line.id}>
                              <Version line={line} tells={null} chosen={chosen} timeZone={timeZone} page={timeline.before} />
                            </li>
                          ))}
                        </ol>
                      </details>
                    )}
                  </li>
                ))}
              </ol>
            </div>
          ))}
          {timeline.older !== null && (
            <p className="pad">
              <a className="btn" rel="next" href={`?before=${timeline.older}`}>
                Older versions
              </a>
            </p>
          )}
        </nav>
        <main className="diff" id="version" tabIndex={-1} aria-label={chosen ? `Version ${chosen.seq}` : "No version"}>
          {naming}
          {children}
        </main>
      </div>
    </>
  );
}

type VersionProps = { line: RevisionLine; tells: ToldStep["tells"]; chosen: RevisionLine | null; timeZone: string; page: number | null };

/** One version: its number, why it was kept, and what became of the story on the way to it. */
function Version({ line, tells, chosen, timeZone, page }: VersionProps) {
  return (
    <a className={`rev${line.live ? " pub" : ""}${line.scheduled ? " sch" : ""}${line.id === chosen?.id ? " to" : ""}`} href={`?v=${line.id}${page === null ? "" : `&before=${page}`}`} aria-current={line.id === chosen?.id ? "page" : undefined}>
      {tells && tells.come + tells.gone > 0 && (
        <span className="d">
          <span aria-hidden="true">{`+${tells.come} −${tells.gone}`}</span>
          <span className="hidden">{`${tells.come} words put in, ${tells.gone} taken out.`}</span>
        </span>
      )}
      <b>{line.seq}</b> {revisionKindNames[line.kind]}
      {line.label && ` “${line.label}”`}
      {line.name && <bdi> “{line.name}”</bdi>}
      {line.live && <span className="faint"> · live</span>}
      {line.scheduled && <span className="faint"> · goes out</span>}
      {tells && <span className="tells">{tells.sentence}</span>}
      <small>
        {[...new Set([line.by, ...line.contributors])].join(", ")} · {clock(new Date(line.at), timeZone)} · {line.words} {line.words === 1 ? "word" : "words"}
      </small>
      {line.reason && <small>{line.reason}</small>}
    </a>
  );
}

function groupByDay(steps: readonly ToldStep[], timeZone: string): [string, ToldStep[]][] {
  const days = new Map<string, ToldStep[]>();
  for (const step of steps) {
    const day = deskDay(step.line.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), step]);
  }
  return [...days];
}
