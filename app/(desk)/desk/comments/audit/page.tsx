import type { Metadata } from "next";
import { PlaceHead } from "@/app/(desk)/desk/comments/places";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { AuditFilters } from "@/components/desk/audit/audit-filters";
import { AuditTable } from "@/components/desk/audit/audit-table";
import { deskTime } from "@/components/desk/editor/times";
import { auditFilterFrom, auditQuery } from "@/lib/moderation/audit-filter";
import { auditActors, auditPage } from "@/lib/moderation/reads/audit";
import { waitingBans } from "@/lib/sanctions/reads/commenter-page";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/audit/audit.css";

export const metadata: Metadata = { title: "Audit of comments" };

/** Every decision about comments, by whom, why, and upon what the pipeline had found. */
export default async function Audit({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await staff("/desk/comments/audit");
  const [asked, paper] = await Promise.all([searchParams, thePaper()]);
  const filter = auditFilterFrom(asked);
  const [page, actors, bans] = await Promise.all([auditPage(actor, filter, paper.timeZone, typeof asked.after === "string" ? asked.after : undefined), auditActors(actor), waitingBans(actor)]);
  return (
    <Frame actor={actor} current="comments">
      <PlaceHead actor={actor} current="audit" title="Audit" />
      {!page ? (
        <DeniedHere />
      ) : (
        <div className="audit">
          {bans.length > 0 && (
            <section id="bans" aria-labelledby="bans-wait">
              <h2 id="bans-wait">Bans that wait for a second moderator</h2>
              <ul className="audit-bans">
                {bans.map((ban) => (
                  <li key={ban.id}>
                    <a href={ban.href}>
                      <bdi>{ban.name}</bdi>
                    </a>{" "}
                    <span className="quiet">
                      asked for by <bdi>{ban.by ?? "somebody"}</bdi>, {deskTime(ban.at, paper.timeZone)}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <AuditFilters filter={filter} actors={actors} />
          <p className="audit-files">
            <a href={`/api/v1/moderation/audit${auditQuery(filter, { as: "csv" })}`}>As a table (CSV)</a> <a href={`/api/v1/moderation/audit${auditQuery(filter, { as: "json" })}`}>For programs (JSON)</a>
            <span className="quiet"> All that is shown here and on the pages after it. Neither names nor words of commenters are in it.</span>
          </p>
          <AuditTable rows={page.rows} timeZone={paper.timeZone} />
          <nav className="pages" aria-label="Pages">
            {!page.first && (
              <a className="btn" href={`/desk/comments/audit${auditQuery(filter)}`}>
                Newest decisions
              </a>
            )}
            {page.next && (
              <a className="btn" rel="next" href={`/desk/comments/audit${auditQuery(filter, { after: page.next })}`}>
                Older decisions
              </a>
            )}
          </nav>
        </div>
      )}
    </Frame>
  );
}
