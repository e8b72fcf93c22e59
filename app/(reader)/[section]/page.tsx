import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { clockTime } from "@/components/reader/dates";
import { Flag } from "@/components/reader/flag";
import { Pages, River } from "@/components/reader/front/river";
import { Story } from "@/components/reader/front/story";
import { sectionPage } from "@/lib/articles/reads/lists";
import { noteTags } from "@/lib/web/reader-request";
import { decoded, origin, thePaper, theSection } from "@/lib/web/reading";

type Props = { params: Promise<{ section: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [section, paper] = await Promise.all([theSection(decoded((await params).section)), thePaper()]);
  if (!section) return { title: `Not found · ${paper.name}`, robots: { index: false } };
  const here = `${origin()}/${section.slug}`;
  return { title: `${section.name} · ${paper.name}`, description: section.description || null, alternates: { canonical: here, types: { "application/rss+xml": `${origin()}/feeds/${section.slug}/rss.xml` } } };
}

export default async function SectionFront({ params, searchParams }: Props) {
  const [section, paper] = await Promise.all([theSection(decoded((await params).section)), thePaper()]);
  if (!section) return <NotHere />;
  noteTags(`section:${section.id}`);
  const { before } = await searchParams;
  const list = await sectionPage(section, before);
  const { cards } = list;
  const [first, ...rest] = cards;
  const paged = list.newer !== null;
  const top = paged ? [] : rest.slice(0, 3);
  const river = paged ? cards : rest.slice(3);
  return (
    <Shell current={section.slug}>
      <main id="main" className="page" data-section={section.accent}>
        <div className="section-head">
          <h1>
            <Flag accent={section.accent} />
            {section.name}
          </h1>
          {section.description && <p>{section.description}</p>}
        </div>
        {!first && <p className="nothing">Nothing has been published in this section yet.</p>}
        {first && !paged && (
          <div className="grid ruled row front opened">
            <div className="c8">
              <Story card={first} size="h1" level={2} picture="first" standfirst meta={clockTime(first.publishedAt, paper.timeZone)} sizes="(min-width: 48rem) 52rem, 100vw" />
            </div>
            {top.length > 0 && (
              <div className="c4">
                {top.map((card, index) => (
                  <Story key={card.id} card={card} level={2} size={index === 0 ? "h3" : "h4"} picture={index === 0 ? "yes" : "no"} />
                ))}
              </div>
            )}
          </div>
        )}
        {river.length > 0 && (
          <section className="block" aria-labelledby="earlier">
            <h2 className="label" id="earlier">
              Earlier
            </h2>
            <River cards={river} timeZone={paper.timeZone} now={new Date()} />
          </section>
        )}
        <Pages path={`/${section.slug}`} list={list} />
      </main>
    </Shell>
  );
}
