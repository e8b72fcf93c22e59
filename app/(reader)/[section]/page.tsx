import type { Metadata } from "next";
import { DrawnSection } from "@/app/(reader)/[section]/drawn";
import { NotHere, Shell } from "@/app/_reader/shell";
import { sectionPage } from "@/lib/articles/reads/lists";
import { listCard } from "@/lib/cards/card";
import { feedLinks } from "@/lib/feeds/addresses";
import { words } from "@/components/reader/words";
import { handOver } from "@/lib/web/handed-over";
import { parentOf, partsOf } from "@/lib/sections/family";
import { noteTags } from "@/lib/web/reader-request";
import { sharedAs } from "@/lib/web/social";
import { decoded, origin, theMostRead, thePaper, theSection, theSections } from "@/lib/web/reading";

type Props = { params: Promise<{ section: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [section, paper] = await Promise.all([theSection(decoded((await params).section)), thePaper()]);
  if (!section) return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const here = `${origin()}/${section.slug}`;
  return { title: `${section.name} · ${paper.name}`, description: section.description || null, alternates: { canonical: here, types: feedLinks(origin(), [section.slug], `${paper.name}: ${section.name}`) }, ...sharedAs(paper, { title: section.name, says: section.description, canonical: here }, { of: "section", id: section.id }, listCard(paper, { name: section.name, says: section.description, accent: section.accent })) };
}

export default async function SectionPage({ params, searchParams }: Props) {
  const [section, paper] = await Promise.all([theSection(decoded((await params).section)), thePaper()]);
  if (!section) return <NotHere />;
  const sections = await theSections();
  const parts = partsOf(sections, section);
  noteTags(...[section, ...parts].map(({ id }) => `section:${id}` as const));
  const { before } = await searchParams;
  const [list, read] = await Promise.all([sectionPage(section, parts, before), before ? null : theMostRead([section, ...parts].map(({ id }) => id))]);
  return (
    <Shell current={section.slug}>
      <DrawnSection view={handOver({ section, list, mostRead: read, parent: parentOf(sections, section), mixed: parts.length > 0, paper, origin: origin(), now: new Date() })} />
    </Shell>
  );
}
