import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { printedTime } from "@/components/reader/dates";
import { words } from "@/components/reader/words";
import type { CorrectionKind } from "@/db/vocabulary";
import { latestCorrections } from "@/lib/articles/reads/lists";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].correctionsPage.title} · ${paper.name}`, alternates: { canonical: `${origin()}/corrections` } };
}

export default async function Corrections() {
  noteTags("articles");
  const [paper, corrections] = await Promise.all([thePaper(), latestCorrections()]);
  const say = words[paper.language];
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{say.correctionsPage.title}</h1>
          <p>{say.correctionsPage.about}</p>
        </div>
        {corrections.length === 0 && <p className="nothing">{say.correctionsPage.nothing}</p>}
        <ol className="river">
          {corrections.map((one) => (
            <li key={one.id}>
              <p className="day">{say.corrections[one.kind as CorrectionKind]}</p>
              <div>
                <h2 className="headline" dir="auto">
                  <a href={one.path}>{one.headline}</a>
                </h2>
                <p className="standfirst" dir="auto">{one.note}</p>
                <p className="meta">{printedTime(one.at, paper.timeZone, paper.language)}</p>
              </div>
            </li>
          ))}
        </ol>
      </main>
    </Shell>
  );
}
