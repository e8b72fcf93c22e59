import type { ReactNode } from "react";
import type { SweepView } from "@/lib/sanctions/reads/commenter-page";

const spans = { day: "of 24 hours", week: "of 7 days", all: "ever written" } as const;

/** What went with a sanction and how far that is, with the way to take it back. */
export function Sweep({ sweep, children }: { sweep: SweepView; children: ReactNode }) {
  const { total, waiting, rejected, undone } = sweep;
  const under = undone ? rejected > 0 : waiting > 0;
  const of = `${total} comment${total === 1 ? "" : "s"} ${spans[sweep.span]}`;
  const done = total - (undone ? rejected : waiting);
  const left = [sweep.changed > 0 && `${sweep.changed} had changed and stayed`, sweep.decided_since > 0 && `${sweep.decided_since} had been decided about since`, sweep.left > 0 && `${sweep.left} were not rejected any more`].filter(Boolean).join(", ");
  const says = undone ? (under ? `Bringing back ${of}: ${done} done` : `${sweep.brought_back} brought back, of ${of}`) : under ? `Rejecting ${of}: ${done} done` : `${rejected} rejected with it, of ${of}`;
  return (
    <div className="commenter-sweep">
      <p>
        {says}
        {left && `; ${left}`}.
      </p>
      {under && <progress max={total} value={done} aria-label={undone ? "Comments brought back" : "Comments rejected"} />}
      {children}
    </div>
  );
}
