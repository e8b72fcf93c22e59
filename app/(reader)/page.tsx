import type { Metadata } from "next";
import { FrontPage } from "@/components/reader/front/front-page";
import { front } from "@/lib/articles/reads/front";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper, theSections } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return {
    title: paper.name,
    description: paper.description || null,
    alternates: { canonical: `${origin()}/`, types: { "application/rss+xml": `${origin()}/feeds/rss.xml`, "application/atom+xml": `${origin()}/feeds/atom.xml`, "application/feed+json": `${origin()}/feeds/feed.json` } },
    openGraph: { type: "website", title: paper.name, url: `${origin()}/`, siteName: paper.name },
  };
}

export default async function Home() {
  noteTags("articles");
  const [paper, sections, shown] = await Promise.all([thePaper(), theSections(), front(frame())]);
  return <FrontPage front={shown} paper={paper} sections={sections} now={new Date()} />;
}

async function frame() {
  const [{ language }, sections] = await Promise.all([thePaper(), theSections()]);
  return { language, sections };
}
