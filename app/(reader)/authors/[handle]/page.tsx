import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { Pages, River } from "@/components/reader/front/river";
import { Picture } from "@/components/reader/picture";
import { authorPage } from "@/lib/articles/reads/lists";
import { listCard } from "@/lib/cards/card";
import { feedLinks } from "@/lib/feeds/addresses";
import { words } from "@/components/reader/words";
import { decoded, origin, theAuthor, thePaper } from "@/lib/web/reading";
import { sharedAs } from "@/lib/web/social";

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const handle = decoded((await params).handle);
  const [author, paper] = await Promise.all([theAuthor(handle), thePaper()]);
  if (!author) return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const canonical = `${origin()}/authors/${encodeURIComponent(handle)}`;
  return { title: `${author.name} · ${paper.name}`, description: author.bio || null, alternates: { canonical, types: feedLinks(origin(), ["authors", handle], `${paper.name}: ${author.name}`) }, ...sharedAs(paper, { title: author.name, says: author.bio, canonical }, { of: "author", id: author.id }, listCard(paper, { name: author.name, says: author.bio })) };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const handle = decoded((await params).handle);
  const { before } = await searchParams;
  const [author, paper] = await Promise.all([theAuthor(handle), thePaper()]);
  if (!author) return <NotHere />;
  const page = await authorPage(author, before);
  return (
    <Shell>
      <main id="main" className="page">
        <div className={page.portrait ? "person-head" : "plain-head"}>
          {page.portrait && <Picture picture={page.portrait} sizes="7rem" alt="" first />}
          <div>
            <h1 dir="auto">{author.name}</h1>
            {author.bio && <p dir="auto">{author.bio}</p>}
          </div>
        </div>
        <h2 className="hidden">{words[paper.language].stories}</h2>
        <River cards={page.cards} paper={paper} now={new Date()} showSection />
        <Pages path={`/authors/${encodeURIComponent(handle)}`} list={page} language={paper.language} />
      </main>
    </Shell>
  );
}
