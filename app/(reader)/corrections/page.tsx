import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { printedTime } from "@/components/reader/dates";
import { Pages } from "@/components/reader/front/river";
import { tongue } from "@/components/reader/tongue";
import { words } from "@/components/reader/words";
import { correctionsPage } from "@/lib/articles/reads/lists";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].correctionsPage.title} · ${paper.name}`, alternates: { canonical: `${origin()}/corrections` } };
}

type Props = { searchParams: Promise<{ before?: string }> };

export default async function Corrections({ searchParams }: Props) {
  noteTags("articles");
  const { before } = await searchParams;
  const [paper, { corrections, ...beside }] = await Promise.all([thePaper(), correctionsPage(before)]);
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
              <p className="day">{say.corrections[one.kind]}</p>
              <div {...tongue(one, paper.language)}>
                <h2 className="headline">
                  <a href={one.path}>{one.headline}</a>
                </h2>
                <p className="standfirst">{one.note}</p>
                <p className="meta">{printedTime(one.at, paper.timeZone, one.language)}</p>
              </div>
            </li>
          ))}
        </ol>
        <Pages path="/corrections" list={beside} language={paper.language} />
      </main>
    </Shell>
  );
}
