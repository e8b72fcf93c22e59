import { may } from "@/lib/policy/ability";
import type { PersonActor } from "@/lib/core/actor";
import { waitingBans } from "@/lib/sanctions/reads/commenter-page";

type Place = "audit" | "statistics" | "quality" | "yearly" | "holds";

/** The head of a page that looks back on the queue. */
export function PlaceHead({ actor, current, title }: { actor: PersonActor; current: Place; title: string }) {
  return (
    <header className="head">
      <h1>{title}</h1>
      <a className="quiet" href="/desk/comments">
        All comments
      </a>
      <Places actor={actor} current={current} />
    </header>
  );
}

/** From the queue to what looks back on it, and to bans that wait for a second moderator. */
export async function Places({ actor, current }: { actor: PersonActor; current?: Place | "newsroom" }) {
  if (!may(actor, "comment.audit")) return null;
  const bans = await waitingBans(actor);
  const places = [["newsroom", "For the newsroom"], ["audit", "Audit"], ["statistics", "Statistics"], ["quality", "Second look"], ["yearly", "Yearly counts"], ...(may(actor, "comment.legal_hold") ? ([["holds", "Legal holds"]] as const) : [])] as const;
  return (
    <>
      {places.map(([place, name]) => (
        <a key={place} className="quiet" href={`/desk/comments/${place}`} aria-current={place === current ? "page" : undefined}>
          {name}
        </a>
      ))}
      {bans.length > 0 && (
        <a href="/desk/comments/audit#bans">
          {bans.length === 1 ? "One ban waits for a second moderator" : `${bans.length} bans wait for a second moderator`}
        </a>
      )}
    </>
  );
}
