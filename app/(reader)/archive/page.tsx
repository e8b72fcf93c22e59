import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { YearOfArchive } from "@/app/(reader)/archive/year";
import { words } from "@/components/reader/words";
import { archiveYears } from "@/lib/articles/reads/archive";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].archive.title} · ${paper.name}`, alternates: { canonical: `${origin()}/archive` } };
}

/** The newest year of the archive, with the way to all others. */
export default async function Archive() {
  noteTags("articles");
  const paper = await thePaper();
  const years = await archiveYears(paper.timeZone);
  return (
    <Shell>
      <YearOfArchive paper={paper} years={years} year={years[0] ?? null} />
    </Shell>
  );
}
