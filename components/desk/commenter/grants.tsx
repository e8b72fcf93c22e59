import type { ReactNode } from "react";
import { deskTime } from "@/components/desk/editor/times";
import type { GrantView } from "@/lib/sanctions/reads/commenter-page";

/** What moderators granted, newest first, with who did, why, and who took it back. */
export function Grants({ grants, timeZone, withdraw }: { grants: readonly GrantView[]; timeZone: string; withdraw: (grant: GrantView) => ReactNode }) {
  if (grants.length === 0) return null;
  return (
    <ul className="commenter-grants" aria-label="Granted trust">
      {grants.map((grant) => (
        <li key={grant.id} data-holds={grant.withdrawn === null || undefined}>
          <b>Trust {grant.level} granted</b>{" "}
          <span className="quiet">
            <bdi>{grant.by ?? "Somebody"}</bdi>, {deskTime(grant.at, timeZone)}
          </span>
          <p dir="auto">{grant.note}</p>
          {grant.withdrawn ? (
            <span className="quiet">
              Withdrawn by <bdi>{grant.withdrawn.by ?? "somebody"}</bdi>, {deskTime(grant.withdrawn.at, timeZone)}
            </span>
          ) : (
            withdraw(grant)
          )}
        </li>
      ))}
    </ul>
  );
}
