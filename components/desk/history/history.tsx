"use client";

import { type ReactNode, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import { clock, deskDay } from "@/components/desk/editor/times";
import { noteRestored } from "@/components/desk/history/restored";
import { Icon } from "@/components/desk/icon";
import { type RevisionLine, revisionKindNames } from "@/lib/articles/desk-views";

/** Two presses within so many milliseconds are one double click. */
const aBreath = 500;

type Props = { articleId: string; lines: RevisionLine[]; chosen: RevisionLine | null; timeZone: string; /** The form that names the chosen version. */ naming: ReactNode; children: ReactNode };

/** Everything that was kept of a story: who, when, why; any version to read, and to bring back. */
export function History({ articleId, lines, chosen, timeZone, naming, children }: Props) {
  const [asking, setAsking] = useState(false);
  const askedAt = useRef(0);
  const [failure, setFailure] = useState<string | null>(null);
  const days = groupByDay(lines, timeZone);

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
        <header className="bar whole">
          <div className="where">
            <a className="btn plain" href={`/desk/articles/${articleId}`} aria-label="Back to the story">
              <Icon name="back" />
            </a>
            <h1 className="name">History</h1>
          </div>
          {failure && (
            <span className="problem" role="alert">
              {failure}
            </span>
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
        </header>
        <nav className="timeline" aria-label="Versions">
          {lines.length === 0 && <p className="quiet pad">No version has been kept yet. One is cut when the story is handed in, published, or left for a while.</p>}
          {days.map(([day, own]) => (
            <div key={day}>
              <h2>{day}</h2>
              <ol>
                {own.map((line) => (
                  <li key={line.id}>
                    <a className={`rev${line.live ? " pub" : ""}${line.scheduled ? " sch" : ""}${line.id === chosen?.id ? " to" : ""}`} href={`?v=${line.id}`} aria-current={line.id === chosen?.id ? "page" : undefined}>
                      <b>{line.seq}</b> {revisionKindNames[line.kind]}
                      {line.label && ` “${line.label}”`}
                      {line.name && <bdi> “{line.name}”</bdi>}
                      {line.live && <span className="faint"> · live</span>}
                      {line.scheduled && <span className="faint"> · goes out</span>}
                      <small>
                        {[...new Set([line.by, ...line.contributors])].join(", ")} · {clock(new Date(line.at), timeZone)} · {line.words} {line.words === 1 ? "word" : "words"}
                      </small>
                      {line.reason && <small>{line.reason}</small>}
                    </a>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </nav>
        <main className="diff" id="version" tabIndex={-1} aria-label={chosen ? `Version ${chosen.seq}` : "No version"}>
          {naming}
          {children}
        </main>
      </div>
    </>
  );
}

function groupByDay(lines: readonly RevisionLine[], timeZone: string): [string, RevisionLine[]][] {
  const days = new Map<string, RevisionLine[]>();
  for (const line of lines) {
    const day = deskDay(line.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
