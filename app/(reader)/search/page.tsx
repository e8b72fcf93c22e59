import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { printedTime } from "@/components/reader/dates";
import { tongue } from "@/components/reader/front/story";
import { SearchForm } from "@/components/reader/lost";
import { search } from "@/lib/search/search";
import type { Snippet } from "@/lib/search/snippet";
import { words } from "@/components/reader/words";
import { noteTags } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

type Props = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].search} · ${paper.name}`, robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  noteTags("articles");
  const { q = "" } = await searchParams;
  const [paper, hits] = await Promise.all([thePaper(), search(q)]);
  const say = words[paper.language];
  return (
    <Shell>
      <main id="main" className="page results">
        <div className="plain-head">
          <h1>{say.search}</h1>
          <SearchForm value={q} language={paper.language} />
        </div>
        {q && (
          <p className="nothing" role="status">
            {hits.length === 0 ? say.searching.nothing(q) : hits.length === 30 ? say.searching.best(30, q) : say.searching.found(hits.length, q)}
          </p>
        )}
        <ol className="river">
          {hits.map((hit) => (
            <li key={hit.id} data-section={hit.section.accent}>
              <p className="day">{hit.section.name}</p>
              <div {...tongue(hit, paper.language)}>
                <h2 className="headline h3">
                  <a href={hit.path}>
                    <Marked snippet={hit.headline} />
                  </a>
                </h2>
                <p className="standfirst">
                  <Marked snippet={hit.snippet} />
                </p>
                <p className="meta">{printedTime(hit.publishedAt, paper.timeZone, hit.language)}</p>
              </div>
            </li>
          ))}
        </ol>
      </main>
    </Shell>
  );
}

function Marked({ snippet }: { snippet: Snippet }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one rendered text never move.
  return snippet.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text));
}
