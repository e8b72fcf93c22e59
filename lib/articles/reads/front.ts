import { and, eq, gte, isNotNull, sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { longReadWords } from "@/lib/articles/article";
import { asCard, cardRows } from "@/lib/articles/reads/cards";
import { cardsSharingTags } from "@/lib/articles/reads/related";
import { signatoriesOf } from "@/lib/articles/reads/signatories";
import type { ArticleCard, SectionName, Signatory } from "@/lib/articles/views";

type FrontSection = SectionName & { id: string };

/** The front: one story loud, a few beside it, the columnists, one long read, and what each section has beyond that. */
export type Front = {
  lead: ArticleCard | null;
  /** More on what the lead is about. */
  more: ArticleCard[];
  secondary: ArticleCard[];
  latest: ArticleCard[];
  plate: ArticleCard | null;
  opinion: { section: FrontSection; cards: ArticleCard[]; columnists: Map<string, Signatory> } | null;
  blocks: Block[];
};

type Block = { section: FrontSection; cards: ArticleCard[] };

const queries = preparedForReaders((db) => {
  const notShown = sql`${publicArticles.id} <> all (${sql.placeholder("shown")}::uuid[])`;
  return {
    latest: cardRows(db, undefined, 30).prepare("front_latest"),
    ofSection: cardRows(db, and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), notShown), 7).prepare("front_section"),
    longRead: cardRows(db, and(gte(publicArticles.words, longReadWords), isNotNull(publicArticles.lead), notShown), 1).prepare("front_long_read"),
  };
});

/** What stands on the front now. The lead is the newest story in the paper's own language that has a picture. */
export async function front(sections: readonly FrontSection[], language: Language): Promise<Front> {
  const { latest, ofSection, longRead } = queries();
  const shown = new Set<string>();
  const opinion = sections.find((section) => section.accent === "opinion");
  const newest = (await latest.execute()).map(asCard);
  const news = newest.filter((card) => card.section.slug !== opinion?.slug && card.words < longReadWords);
  const own = news.filter((card) => card.language === language);
  const lead = own.find((card) => card.picture) ?? own[0] ?? news[0] ?? null;
  const more = lead ? await cardsSharingTags(lead.id, 4) : [];
  for (const card of lead ? [lead, ...more] : []) shown.add(card.id);
  const secondary = picturesFirst(news.filter((card) => !shown.has(card.id)), lead?.picture?.id).slice(0, 7);
  for (const card of secondary) shown.add(card.id);
  const [plate = null] = (await longRead.execute({ shown: array(shown) })).map(asCard);
  if (plate) shown.add(plate.id);
  const block = async (section: FrontSection, without: Iterable<string>): Promise<Block> => ({ section, cards: (await ofSection.execute({ sectionId: section.id, shown: array(without) })).map(asCard) });
  // The columnists have their strip, whatever else of theirs is linked above.
  const [blocks, columns] = await Promise.all([Promise.all(sections.filter((section) => section !== opinion).map((section) => block(section, shown))), opinion ? block(opinion, []) : null]);
  const cards = columns?.cards.slice(0, 4) ?? [];
  return { lead, more, secondary, latest: newest, plate, opinion: columns && cards.length > 0 ? { section: columns.section, cards, columnists: await signatoriesOf(cards) } : null, blocks: blocks.filter((one) => one.cards.length > 0).map((one) => ({ ...one, cards: pictureAtTheHead(one.cards) })) };
}

/** As PostgreSQL writes an array. */
const array = (ids: Iterable<string>) => `{${[...ids].join(",")}}`;

/** Stories with a picture that nobody above them shows come first: no picture stands twice at the top. */
function picturesFirst(cards: readonly ArticleCard[], above: string | undefined): ArticleCard[] {
  const seen = new Set(above ? [above] : []);
  const fresh = cards.filter(({ picture }) => picture && !seen.has(picture.id) && seen.add(picture.id));
  return [...fresh, ...cards.filter((card) => !fresh.includes(card))];
}

/** The newest with a picture leads its block, the rest stay in their order. */
function pictureAtTheHead(cards: readonly ArticleCard[]): ArticleCard[] {
  const head = cards.find((card) => card.picture);
  return head ? [head, ...cards.filter((card) => card !== head)] : [...cards];
}
