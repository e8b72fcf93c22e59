import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { Pages, River } from "@/components/reader/front/river";
import { shortened } from "@/lib/articles/outside-titles";
import { tagPage } from "@/lib/articles/reads/lists";
import { feedLinks } from "@/lib/feeds/addresses";
import { words } from "@/components/reader/words";
import { noteTags } from "@/lib/web/reader-request";
import { decoded, origin, thePaper } from "@/lib/web/reading";

type Props = { params: Promise<{ tag: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = decoded((await params).tag);
  const [list, paper] = await Promise.all([tagPage(slug), thePaper()]);
  return list ? { title: `${list.name} · ${paper.name}`, description: shortened(list.intro, 300) || null, alternates: { canonical: `${origin()}/tags/${encodeURIComponent(slug)}`, types: feedLinks(origin(), ["tags", slug], `${paper.name}: ${list.name}`) } } : { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
}

export default async function TagPage({ params, searchParams }: Props) {
  const slug = decoded((await params).tag);
  noteTags(`tag:${slug}`);
  const { before } = await searchParams;
  const [list, paper] = await Promise.all([tagPage(slug, before), thePaper()]);
  if (!list) return <NotHere />;
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1 dir="auto">{list.name}</h1>
          {list.intro ? <p dir="auto">{list.intro}</p> : <p>{words[paper.language].aboutTag}</p>}
        </div>
        <h2 className="hidden">{words[paper.language].stories}</h2>
        <River cards={list.cards} paper={paper} now={new Date()} showSection />
        <Pages path={`/tags/${encodeURIComponent(slug)}`} list={list} language={paper.language} />
      </main>
    </Shell>
  );
}
