"use client";

import { Fragment, useEffect, useState } from "react";
import { deskTime } from "@/components/desk/editor/times";
import { Status } from "@/components/desk/status";
import { Who } from "@/components/desk/who";
import type { DeskRow, PresentPerson } from "@/lib/articles/desk-views";

/** How often the list asks who is where, in milliseconds. */
const lookEvery = 5000;

/** What the small line under a headline says of a story: only what there is. */
function standing(row: DeskRow, time: (iso: string) => string, now: string): { text: string; loud?: boolean }[] {
  return [
    ...(row.slug ? [{ text: row.slug }] : []),
    ...(row.reads > 0 ? [{ text: row.reads === 1 ? "read once" : `read ${row.reads.toLocaleString("en-GB")} times` }] : []),
    ...(row.scheduledFor ? [{ text: `goes out ${time(row.scheduledFor)}` }] : []),
    ...(row.embargoUntil && row.embargoUntil > now ? [{ text: `embargo until ${time(row.embargoUntil)}`, loud: true }] : []),
    ...(row.handInNote ? [{ text: `“${row.handInNote}”`, loud: true }] : []),
    ...(row.sentBackReason ? [{ text: `sent back: ${row.sentBackReason}`, loud: true }] : []),
    ...(row.note ? [{ text: row.note, loud: true }] : []),
  ];
}

const proposalsSaid = (count: number) => (count === 1 ? "1 proposal waits" : `${count} proposals wait`);

const remarksSaid = (count: number) => (count === 1 ? "1 remark from outside" : `${count} remarks from outside`);

/** The stories of the desk, one line each, with who is in them now. */
export function StoryRows({ rows, timeZone, now }: { rows: DeskRow[]; timeZone: string; now: string }) {
  const [present, setPresent] = useState<Record<string, PresentPerson[]>>({});
  useEffect(() => {
    const look = () => {
      if (document.hidden) return;
      fetch("/api/v1/presence")
        .then((response) => response.json())
        .then((answer: { value?: Record<string, PresentPerson[]> }) => answer.value && setPresent(answer.value))
        // The list stays true without it; asked again in a moment.
        .catch(() => undefined);
    };
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, []);
  const time = (iso: string) => deskTime(iso, timeZone, new Date(now));
  return (
    <ol aria-label="Stories">
      {rows.map((row) => (
        <li className="row" key={row.id} data-section={row.section?.accent}>
          <Status status={row.status} />
          <div>
            <a className="t" href={`/desk/articles/${row.id}`} dir="auto">
              {row.headline || "Without a headline"}
            </a>
            {row.changedSinceLook && (
              <a className="since-look" href={`/desk/articles/${row.id}/history/compare?from=seen`} aria-label={`Changed since you looked: ${row.headline || "without a headline"}`}>
                Changed since you looked
              </a>
            )}
            {row.proposals > 0 && (
              <a className="since-look" href={`/desk/articles/${row.id}/proposals`} aria-label={`${proposalsSaid(row.proposals)}: ${row.headline || "without a headline"}`}>
                {proposalsSaid(row.proposals)}
              </a>
            )}
            {row.remarks > 0 && (
              <a className="since-look" href={`/desk/articles/${row.id}/reviews`} aria-label={`${remarksSaid(row.remarks)}: ${row.headline || "without a headline"}`}>
                {remarksSaid(row.remarks)}
              </a>
            )}
            <span className="slug">
              {standing(row, time, now).map((part, index) => (
                <Fragment key={part.text}>
                  {index > 0 && " · "}
                  {part.loud ? <b>{part.text}</b> : part.text}
                </Fragment>
              ))}
            </span>
          </div>
          <span className="sec">
            {row.section && (
              <>
                <i aria-hidden="true" />
                {row.section.name}
              </>
            )}
          </span>
          <span className="w">{row.words} {row.words === 1 ? "word" : "words"}</span>
          <span className="here">
            {(present[row.id] ?? []).map((person) => (
              <Who key={person.id} name={person.name} hand={person.hand} />
            ))}
          </span>
          <span className="r">
            <time dateTime={row.editedAt}>{time(row.editedAt)}</time>
            {row.editedBy && <span className="faint">{row.editedBy.split(" ")[0]}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
