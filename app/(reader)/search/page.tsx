import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { SearchPage } from "@/components/reader/search/search-page";
import { filtersOf } from "@/lib/search/filters";
import { search } from "@/lib/search/search";
import { words } from "@/components/reader/words";
import { noteTags } from "@/lib/web/reader-request";
import { thePaper, theSections } from "@/lib/web/reading";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].search} · ${paper.name}`, robots: { index: false } };
}

export default async function Search({ searchParams }: Props) {
  noteTags("articles");
  const given = await searchParams;
  const [typed, before, filters] = [one(given.q), one(given.before), filtersOf(given)];
  const [paper, sections] = await Promise.all([thePaper(), theSections()]);
  const found = await search(typed, filters, paper.timeZone, before || null);
  return (
    <Shell>
      <SearchPage typed={typed} filters={filters} found={found} later={before !== ""} sections={sections} paper={paper} />
    </Shell>
  );
}
