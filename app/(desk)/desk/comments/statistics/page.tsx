import type { Metadata } from "next";
import { PlaceHead } from "@/app/(desk)/desk/comments/places";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { deskDay } from "@/components/desk/editor/times";
import { DayChart } from "@/components/desk/statistics/day-chart";
import { shortLength } from "@/components/desk/statistics/length-of-time";
import { machineNow } from "@/lib/kernel/clock";
import { moderationStatistics, type Statistics, statisticsDays } from "@/lib/moderation/reads/statistics";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/audit/audit.css";
import "@/components/desk/statistics/statistics.css";

export const metadata: Metadata = { title: "Statistics of comments" };

/** How the moderators' work goes: how long comments wait, who decided what, and why. */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<{ days?: string | string[] }> }) {
  const actor = await staff("/desk/comments/statistics");
  const [{ days: asked }, paper] = await Promise.all([searchParams, thePaper()]);
  const days = statisticsDays.find((one) => String(one) === asked) ?? 30;
  const statistics = await moderationStatistics(actor, days, paper.timeZone);
  return (
    <Frame actor={actor} current="comments">
      <PlaceHead actor={actor} current="statistics" title="Statistics" />
      {!statistics ? (
        <DeniedHere />
      ) : (
        <>
          <nav className="tabs" aria-label="How far back">
            {statisticsDays.map((one) => (
              <a key={one} href={`/desk/comments/statistics?days=${one}`} aria-current={one === days ? "page" : undefined}>
                {one} days
              </a>
            ))}
          </nav>
          <div className="audit">
            <Head statistics={statistics} />
            <h2 id="by-day">By day</h2>
            <DayChart days={statistics.perDay} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
            <section className="figures-wide" tabIndex={0} aria-labelledby="by-day">
              <table className="audit-table figures">
                <caption className="hidden">Comments by day, newest first</caption>
                <thead>
                  <tr>
                    <th scope="col">Day</th>
                    <Numbers as="th" values={["Posted", "Came to wait", "Approved", "Rejected or spam"]} />
                  </tr>
                </thead>
                <tbody>
                  {[...statistics.perDay].reverse().map((day) => (
                    <tr key={day.day}>
                      <th scope="row">{deskDay(`${day.day}T12:00:00Z`, "UTC")}</th>
                      <Numbers as="td" values={[day.posted, day.held, day.approved, day.rejected]} />
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <div className="figures-two">
              <People people={statistics.people} />
              <Reasons reasons={statistics.reasons} />
            </div>
          </div>
        </>
      )}
    </Frame>
  );
}

function Numbers({ as: Cell, values }: { as: "th" | "td"; values: readonly (string | number)[] }) {
  return values.map((value, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table stay where they are.
    <Cell key={place} className="num" {...(Cell === "th" ? { scope: "col" } : {})}>
      {value}
    </Cell>
  ));
}

function Head({ statistics: { waiting, oldest, appeals, quality } }: { statistics: Statistics }) {
  const answered = appeals.granted + appeals.refused;
  const facts: [name: string, value: string, more: string][] = [
    ["Waiting time, half of them", waiting ? shortLength(waiting.median) : "—", waiting ? `of the last ${waiting.of} that waited` : "nobody decided about any"],
    ["Waiting time, 95 of 100", waiting ? shortLength(waiting.most) : "—", "at most"],
    ["The oldest waits for", oldest ? shortLength((machineNow().getTime() - Date.parse(oldest)) / 1000) : "—", oldest ? "" : "nothing waits"],
    ["Appeals upheld", answered > 0 ? `${appeals.granted} of ${answered}` : "—", `${appeals.waiting} wait`],
    ["Second looks that agreed", quality.checked > 0 ? `${quality.agreed} of ${quality.checked}` : "—", ""],
  ];
  return (
    <dl className="figures-head">
      {facts.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {more && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function People({ people }: Pick<Statistics, "people">) {
  return (
    <section aria-labelledby="by-person">
      <h2 id="by-person">By person</h2>
      {people.length === 0 ? (
        <p className="quiet">Nobody has decided anything.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className="figures-wide" tabIndex={0} aria-label="Decisions by person">
          <table className="audit-table figures">
            <caption className="hidden">Decisions by person</caption>
            <thead>
              <tr>
                <th scope="col">Who</th>
                <Numbers as="th" values={["Approved", "Rejected", "Spam", "Hidden", "Taken back"]} />
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <a href={`/desk/comments/audit?actor=${person.id}`}>
                      <bdi>{person.name}</bdi>
                    </a>
                  </th>
                  <Numbers as="td" values={[person.approved, person.rejected, person.spam, person.hidden, person.undone]} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Reasons({ reasons }: Pick<Statistics, "reasons">) {
  return (
    <section aria-labelledby="by-reason">
      <h2 id="by-reason">By reason</h2>
      {reasons.length === 0 ? (
        <p className="quiet">Nothing was rejected.</p>
      ) : (
        <table className="audit-table figures">
          <caption className="hidden">Decisions by reason</caption>
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <Numbers as="th" values={["Decisions"]} />
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, number }) => (
              <tr key={reason}>
                <th scope="row">
                  <a href={`/desk/comments/audit?reason=${reason}`}>{reason.replaceAll("_", " ")}</a>
                </th>
                <Numbers as="td" values={[number]} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
