import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { SeriesStructuredData } from "@/components/reader/article/structured-data";
import { SeriesView } from "@/components/reader/series/series-view";
import { words } from "@/components/reader/words";
import { shortened } from "@/lib/articles/outside-titles";
import { listCard } from "@/lib/cards/card";
import { feedLinks } from "@/lib/feeds/addresses";
import { seriesPath } from "@/lib/series/views";
import { decoded, origin, thePaper, theSeries } from "@/lib/web/reading";
import { sharedAs } from "@/lib/web/social";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [series, paper] = await Promise.all([theSeries(decoded((await params).slug)), thePaper()]);
  if (!series) return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const canonical = origin() + seriesPath(series.slug);
  return { title: `${series.title} · ${paper.name}`, description: shortened(series.intro, 300) || null, alternates: { canonical, types: feedLinks(origin(), ["series", series.slug], `${paper.name}: ${series.title}`) }, ...sharedAs(paper, { title: series.title, says: series.intro, canonical }, { of: "series", id: series.id }, listCard(paper, { name: series.title, says: series.intro })) };
}

export default async function Series({ params }: Props) {
  const [series, paper] = await Promise.all([theSeries(decoded((await params).slug)), thePaper()]);
  if (!series) return <NotHere />;
  return (
    <Shell>
      <SeriesStructuredData series={series} paper={paper} origin={origin()} />
      <SeriesView series={series} paper={paper} />
    </Shell>
  );
}
