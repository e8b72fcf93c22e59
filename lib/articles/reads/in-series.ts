import type { Language } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import type { InSeries, PartBeside } from "@/lib/articles/views";

/** One story of a series, with what the series is called and where it stands. */
export type SeriesPart = { id: string; address: string; title: string; article: string; slug: string | null; section: string; headline: string; language: Language };

/** Where a story stands among the parts of its series, which are all that readers see, in their order. Null for one that is none of them. */
export function inSeries(parts: readonly SeriesPart[], articleId: string): InSeries | null {
  const place = parts.findIndex((part) => part.article === articleId);
  const own = parts[place];
  if (!own) return null;
  const beside = (part: SeriesPart | undefined): PartBeside | null => (part ? { path: articlePath(part.section, part.slug ?? ""), headline: part.headline, language: part.language } : null);
  return { id: own.id, slug: own.address, title: own.title, number: place + 1, total: parts.length, previous: beside(parts[place - 1]), next: beside(parts[place + 1]) };
}
