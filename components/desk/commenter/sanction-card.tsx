import type { ReactNode } from "react";
import { deskDay, deskTime } from "@/components/desk/editor/times";
import { sanctionNames } from "@/db/vocabulary";
import type { SanctionView } from "@/lib/sanctions/reads/commenter-page";

/** One sanction, past or present: what, who, when, why, and how it ended. */
export function SanctionCard({ sanction, timeZone, children }: { sanction: SanctionView; timeZone: string; children: ReactNode }) {
  const { kind, reason, message, by, at, endsAt, holds, asked, confirmed, lifted } = sanction;
  const ends = endsAt ? deskDay(endsAt, timeZone) : null;
  const what = asked ? `${sanctionNames.ban}, not confirmed` : sanctionNames[kind];
  const state = lifted ? "lifted" : !holds ? "over" : asked ? `a suspension until ${ends}, unless somebody confirms it` : ends ? `until ${ends}` : kind === "warn" ? "said" : "until somebody lifts it";
  return (
    <article className="commenter-sanction" data-holds={holds || undefined} aria-label={`${what}, ${deskTime(at, timeZone)}`}>
      <h3>
        {what} <span className="quiet">{state}</span>
      </h3>
      <p className="quiet">
        <bdi>{by ?? "Somebody"}</bdi>, {deskTime(at, timeZone)}
        {reason && `: ${reason.replaceAll("_", " ")}`}
      </p>
      {message && (
        <p className="commenter-message" dir="auto">
          {message}
        </p>
      )}
      {confirmed && (
        <p className="quiet">
          Confirmed by <bdi>{confirmed.by ?? "somebody"}</bdi>, {deskTime(confirmed.at, timeZone)}
        </p>
      )}
      {lifted && (
        <p className="quiet">
          Lifted by <bdi>{lifted.by ?? "somebody"}</bdi>, {deskTime(lifted.at, timeZone)}
          {lifted.message && (
            <>
              {": "}
              <bdi>{lifted.message}</bdi>
            </>
          )}
        </p>
      )}
      {children}
    </article>
  );
}
