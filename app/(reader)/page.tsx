import type { Metadata } from "next";
import { DrawnFront } from "@/app/(reader)/drawn";
import { PaperStructuredData } from "@/components/reader/article/structured-data";
import { front } from "@/lib/articles/reads/front";
import { feedLinks } from "@/lib/feeds/addresses";
import { handOver } from "@/lib/web/handed-over";
import { noteTags } from "@/lib/web/reader-request";
import { sharedAs } from "@/lib/web/social";
import { origin, theMostRead, thePages, thePaper, theSections } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return {
    title: paper.name,
    description: paper.description || null,
    alternates: { canonical: `${origin()}/`, types: feedLinks(origin(), [], paper.name) },
    ...sharedAs(paper, { title: paper.name, says: paper.description, canonical: `${origin()}/` }),
  };
}

export default async function Home() {
  noteTags("articles");
  const [paper, sections, pages] = await Promise.all([thePaper(), theSections(), thePages()]);
  const [shown, read] = await Promise.all([front({ sections, language: paper.language }), theMostRead(null)]);
  return (
    <>
      <PaperStructuredData paper={paper} pages={pages} origin={origin()} />
      <DrawnFront view={handOver({ front: shown, paper, sections, pages, mostRead: read, now: new Date() })} />
    </>
  );
}
