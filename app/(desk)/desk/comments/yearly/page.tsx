import type { Metadata } from "next";
import { PlaceHead } from "@/app/(desk)/desk/comments/places";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { shortLength } from "@/components/desk/statistics/length-of-time";
import { countedYears, countsAsLines, yearlyCounts } from "@/lib/moderation/reads/yearly-counts";
import { staff } from "@/lib/web/session";
import "@/components/desk/audit/audit.css";
import "@/components/desk/statistics/statistics.css";

export const metadata: Metadata = { title: "Yearly counts of comments" };

/** What a yearly report on transparency asks for, counted from what is recorded. */
export default async function YearlyCountsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const actor = await staff("/desk/comments/yearly");
  const { year: asked } = await searchParams;
  const years = await countedYears(actor);
  const year = years?.find((one) => String(one) === asked) ?? years?.[0];
  const counts = year === undefined ? null : await yearlyCounts(actor, year);
  return (
    <Frame actor={actor} current="comments">
      <PlaceHead actor={actor} current="yearly" title="Yearly counts" />
      {!counts || !years ? (
        <DeniedHere />
      ) : (
        <>
          <nav className="tabs" aria-label="Which year">
            {years.map((one) => (
              <a key={one} href={`/desk/comments/yearly?year=${one}`} aria-current={one === year ? "page" : undefined}>
                {one}
              </a>
            ))}
          </nav>
          <div className="audit">
            <p className="quiet">For the report that Articles 15 and 24 of the Digital Services Act ask for. Years begin and end at midnight in UTC. Neither names nor words are in it.</p>
            <p className="audit-files">
              <a href={`/api/v1/moderation/yearly?year=${year}`}>As a table (CSV)</a>
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
            <section className="figures-wide" tabIndex={0} aria-label={`Counts of ${year}`}>
              <table className="audit-table figures">
                <caption className="hidden">Counts of {year}</caption>
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">Of which kind</th>
                    <th scope="col" className="num">
                      How many
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {countsAsLines(counts).map(([what, kind, number]) => (
                    <tr key={what + kind}>
                      <th scope="row">{what.replace("Seconds from", "From")}</th>
                      <td>{kind}</td>
                      <td className="num">{number === null ? "—" : what.startsWith("Seconds") ? shortLength(number) : number}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </div>
        </>
      )}
    </Frame>
  );
}
