import { DeniedHere } from "@/app/_desk/denied";
import { ConfirmForm, LiftForm, NoteForm, SanctionForm, TrustForm, UndoSweepForm, WithdrawTrustForm } from "@/app/(desk)/desk/comments/commenter/forms";
import { WhileSweeping } from "@/app/(desk)/desk/comments/commenter/while-sweeping";
import { Facts } from "@/components/desk/commenter/facts";
import { Grants } from "@/components/desk/commenter/grants";
import { LastComments } from "@/components/desk/commenter/last-comments";
import { SanctionCard } from "@/components/desk/commenter/sanction-card";
import { Sweep } from "@/components/desk/commenter/sweep";
import { deskDay, deskTime } from "@/components/desk/editor/times";
import type { CommenterPage } from "@/lib/sanctions/reads/commenter-page";
import { thePaper } from "@/lib/web/reading";
import "@/components/desk/commenter/commenter.css";

const whoSays = { guest: "Guest", reader: "Reader with an account", staff: "Works here" } as const;
const stands = { ok: "In good standing", warned: "Warned", premod: "Always read first", suspended: "Suspended", banned: "Banned" } as const;

/** The page about one commenter; what may not be seen does not exist. */
export async function Commenter({ page }: { page: CommenterPage | null }) {
  if (!page) return <DeniedHere />;
  const { timeZone } = await thePaper();
  const { who, name, standing, sanctions, notes, can } = page;
  const until = standing.until ? ` until ${deskDay(standing.until, timeZone)}` : "";
  const sweeping = sanctions.some(({ sweep }) => sweep && (sweep.undone ? sweep.rejected > 0 : sweep.waiting > 0));
  return (
    <>
      <header className="head">
        <h1 dir="auto">{name}</h1>
        <a className="quiet" href="/desk/comments">
          All comments
        </a>
      </header>
      <div className="commenter">
        <p className="commenter-standing" data-standing={standing.standing}>
          <b>
            {stands[standing.standing]}
            {until}
          </b>{" "}
          <span className="quiet">
            {whoSays[page.kind]}
            {page.since && `, since ${deskDay(page.since, timeZone)}`}
            {!page.confirmed && page.kind === "guest" && ", address never confirmed"}
          </span>
          {page.otherwise && (
            <>
              {" "}
              <a href={page.otherwise.href}>The same address as a guest</a>
            </>
          )}
        </p>
        <section className="commenter-facts" aria-labelledby="known">
          <h2 id="known">What is known</h2>
          <Facts page={page} />
          <Grants grants={page.trust.grants} timeZone={timeZone} withdraw={(grant) => can.trust && <WithdrawTrustForm grantId={grant.id} level={grant.level} />} />
          {can.trust && "personId" in who && <TrustForm personId={who.personId} seen={page.trust.grants.find(({ withdrawn }) => !withdrawn)?.id ?? null} />}
        </section>
        <section className="commenter-acts" aria-labelledby="sanctions">
          <h2 id="sanctions">Sanctions</h2>
          {sanctions.length === 0 && <p className="quiet">{page.kind === "staff" ? "Whoever works here is not sanctioned." : "None so far."}</p>}
          {sanctions.map((sanction) => (
            <SanctionCard key={sanction.id} sanction={sanction} timeZone={timeZone}>
              {sanction.sweep && (
                <Sweep sweep={sanction.sweep}>
                  {!sanction.sweep.undone && <UndoSweepForm sweepId={sanction.sweep.id} rejected={sanction.sweep.rejected} waiting={sanction.sweep.waiting} />}
                </Sweep>
              )}
              {sanction.can.confirm && <ConfirmForm sanctionId={sanction.id} days={sanction.asked?.days ?? null} />}
              {sanction.can.lift && <LiftForm sanctionId={sanction.id} kind={sanction.kind} sweep={sanction.sweep && !sanction.sweep.undone ? sanction.sweep.rejected + sanction.sweep.waiting : 0} />}
            </SanctionCard>
          ))}
          <WhileSweeping sweeping={sweeping} />
          {can.sanction && <SanctionForm who={who} seen={page.seen} rejectable={page.rejectable} can={can} guest={page.kind === "guest"} />}
        </section>
        <section className="commenter-notes" aria-labelledby="notes">
          <h2 id="notes">Notes of the moderators</h2>
          {notes.length === 0 && <p className="quiet">Nobody has noted anything.</p>}
          <ul>
            {notes.map((note) => (
              <li key={note.id}>
                <p dir="auto">{note.text}</p>
                <span className="quiet">
                  <bdi>{note.by ?? "Somebody"}</bdi>, {deskTime(note.at, timeZone)}
                </span>
              </li>
            ))}
          </ul>
          {can.note && <NoteForm who={who} />}
        </section>
        <section className="commenter-last" aria-labelledby="last">
          <h2 id="last">{page.counts.all > page.comments.length ? `Her last ${page.comments.length} comments` : "Her comments"}</h2>
          <LastComments comments={page.comments} timeZone={timeZone} />
        </section>
      </div>
    </>
  );
}
