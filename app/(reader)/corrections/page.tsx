import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { printedTime } from "@/components/reader/dates";
import { words } from "@/components/reader/words";
import type { CorrectionKind } from "@/db/vocabulary";
import { latestCorrections } from "@/lib/articles/reads/lists";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `Corrections · ${(await thePaper()).name}`, alternates: { canonical: `${origin()}/corrections` } };
}

export default async function Corrections() {
  noteTags("articles");
  const [paper, corrections] = await Promise.all([thePaper(), latestCorrections()]);
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>Corrections</h1>
          <p>What we got wrong, and when we put it right.</p>
        </div>
        {corrections.length === 0 && <p className="nothing">No corrections so far.</p>}
        <ol className="river">
          {corrections.map((one) => (
            <li key={one.id}>
              <p className="day">{words.en.corrections[one.kind as CorrectionKind]}</p>
              <div>
                <h2 className="headline">
                  <a href={one.path}>{one.headline}</a>
                </h2>
                <p className="standfirst">{one.note}</p>
                <p className="meta">{printedTime(one.at, paper.timeZone)}</p>
              </div>
            </li>
          ))}
        </ol>
      </main>
    </Shell>
  );
}
