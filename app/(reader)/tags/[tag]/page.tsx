import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { Pages, River } from "@/components/reader/front/river";
import { shortened } from "@/lib/articles/outside-titles";
import { tagPage } from "@/lib/articles/reads/lists";
import { listCard } from "@/lib/cards/card";
import { feedLinks } from "@/lib/feeds/addresses";
import { words } from "@/components/reader/words";
import { decoded, origin, thePaper, theTag } from "@/lib/web/reading";
import { sharedAs } from "@/lib/web/social";

type Props = { params: Promise<{ tag: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = decoded((await params).tag);
  const [tag, paper] = await Promise.all([theTag(slug), thePaper()]);
  if (!tag) return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const canonical = `${origin()}/tags/${encodeURIComponent(slug)}`;
  return { title: `${tag.name} · ${paper.name}`, description: shortened(tag.intro, 300) || null, alternates: { canonical, types: feedLinks(origin(), ["tags", slug], `${paper.name}: ${tag.name}`) }, ...sharedAs(paper, { title: tag.name, says: tag.intro, canonical }, { of: "tag", id: tag.id }, listCard(paper, { name: tag.name, says: tag.intro })) };
}

export default async function TagPage({ params, searchParams }: Props) {
  const slug = decoded((await params).tag);
  const { before } = await searchParams;
  const [tag, paper] = await Promise.all([theTag(slug), thePaper()]);
  if (!tag) return <NotHere />;
  const list = await tagPage(tag, before);
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1 dir="auto">{tag.name}</h1>
          {tag.intro ? <p dir="auto">{tag.intro}</p> : <p>{words[paper.language].aboutTag}</p>}
        </div>
        <h2 className="hidden">{words[paper.language].stories}</h2>
        <River cards={list.cards} paper={paper} now={new Date()} showSection />
        <Pages path={`/tags/${encodeURIComponent(slug)}`} list={list} language={paper.language} />
      </main>
    </Shell>
  );
}
