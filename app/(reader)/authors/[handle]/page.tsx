import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { Pages, River } from "@/components/reader/front/river";
import { Picture } from "@/components/reader/picture";
import { authorPage } from "@/lib/articles/reads/lists";
import { feedLinks } from "@/lib/feeds/addresses";
import { words } from "@/components/reader/words";
import { noteTags } from "@/lib/web/reader-request";
import { decoded, origin, thePaper } from "@/lib/web/reading";

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const handle = decoded((await params).handle);
  const [page, paper] = await Promise.all([authorPage(handle), thePaper()]);
  return page ? { title: `${page.author.name} · ${paper.name}`, description: page.author.bio || null, alternates: { canonical: `${origin()}/authors/${encodeURIComponent(handle)}`, types: feedLinks(origin(), ["authors", handle], `${paper.name}: ${page.author.name}`) } } : { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  noteTags("articles");
  const handle = decoded((await params).handle);
  const { before } = await searchParams;
  const [page, paper] = await Promise.all([authorPage(handle, before), thePaper()]);
  if (!page) return <NotHere />;
  noteTags(`author:${page.id}`);
  return (
    <Shell>
      <main id="main" className="page">
        <div className={page.author.portrait ? "person-head" : "plain-head"}>
          {page.author.portrait && <Picture picture={page.author.portrait} sizes="7rem" alt="" first />}
          <div>
            <h1 dir="auto">{page.author.name}</h1>
            {page.author.bio && <p dir="auto">{page.author.bio}</p>}
          </div>
        </div>
        <h2 className="hidden">{words[paper.language].stories}</h2>
        <River cards={page.cards} paper={paper} now={new Date()} showSection />
        <Pages path={`/authors/${encodeURIComponent(handle)}`} list={page} language={paper.language} />
      </main>
    </Shell>
  );
}
