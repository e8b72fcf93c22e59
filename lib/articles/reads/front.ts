import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicArticles, publicBylines, publicPeople, publicSections } from "@/db/schema";
import type { Language, StoryFormat } from "@/db/vocabulary";
import { asCard, cardRows, uuids } from "@/lib/articles/reads/cards";
import { calmOrder, calmPictures, pictureAtTheHead } from "@/lib/articles/front-order";
import { besideLead, cardsSharingTags } from "@/lib/articles/reads/related";
import { signatoryMap, signatoryRows } from "@/lib/articles/reads/signatories";
import type { ArticleCard, Front, FrontBlock, FrontSection } from "@/lib/articles/views";
import { familyOf, topSections } from "@/lib/sections/family";

/** Formats that never lead the front: long reads have their plate, columns their strip, and what others send is no news of the paper. */
const standsElsewhere: ReadonlySet<StoryFormat> = new Set(["feature", "opinion", "press_release"]);

/** How many of a section stand in its block at most. */
const aBlock = 7;
/** How many calm stories stand under the lead. */
const besideAndBelow = 7;
/** The lead, what stands beside it and what under it: no long read is shown twice. */
const aboveThePlate = 1 + besideLead + besideAndBelow;
/** How many columns stand in the strip. */
const aStrip = 4;
/** More sections than a paper has. */
const mostSections = 100;

const queries = preparedForReaders((db) => {
  const notShown = sql`${publicArticles.id} <> all (${sql.placeholder("shown")}::uuid[])`;
  // The columnists have their strip, whatever else of theirs is linked above.
  const strip = sql`any(${sql.placeholder("strip")}::uuid[])`;
  const mayShow = or(sql`${publicSections.id} = ${strip}`, notShown);
  const newest = db.select({ id: publicArticles.id }).from(publicArticles).where(and(eq(publicArticles.sectionId, publicSections.id), mayShow)).orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id)).limit(atMost(aBlock)).as("newest");
  const columnsOfEach = db.select({ id: publicArticles.id, at: publicArticles.firstPublishedAt }).from(publicArticles).where(eq(publicArticles.sectionId, publicSections.id)).orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id)).limit(atMost(aStrip)).as("each");
  const columns = db.select({ id: columnsOfEach.id }).from(publicSections).crossJoinLateral(columnsOfEach).where(sql`${publicSections.id} = ${strip}`).orderBy(desc(columnsOfEach.at), desc(columnsOfEach.id)).limit(atMost(aStrip)).as("columns");
  const signing = db.select({ id: publicBylines.personId }).from(publicBylines).where(inArray(publicBylines.articleId, db.select({ id: columns.id }).from(columns)));
  const ofAllSections = db.select({ id: newest.id }).from(publicSections).crossJoinLateral(newest);
  return {
    latest: cardRows(db, undefined, 30).prepare("front_latest"),
    // All blocks in one question: one for each section costs the process more than the database.
    blocks: cardRows(db, inArray(publicArticles.id, ofAllSections), mostSections * aBlock).prepare("front_blocks"),
    // Written out as the index has it: a value would keep PostgreSQL from using it.
    longReads: cardRows(db, sql`${publicArticles.format} = 'feature' and ${publicArticles.lead} is not null`, aboveThePlate + 1).prepare("front_long_reads"),
    columnists: signatoryRows(db, inArray(publicPeople.id, signing)).prepare("front_columnists"),
  };
});

/** What stands on the front now. The lead is the newest story in the paper's own language that has a picture. */
export async function front({ sections, language }: { sections: readonly FrontSection[]; language: Language }): Promise<Front> {
  const { latest, blocks: inSections, longReads, columnists } = queries();
  const shown = new Set<string>();
  const opinion = topSections(sections).find((section) => section.accent === "opinion");
  const columnSections = opinion ? familyOf(sections, opinion) : [];
  const strip = uuids(columnSections.map(({ id }) => id));
  const [newestRows, longRows, columnistRows] = await Promise.all([latest.execute(), longReads.execute(), opinion ? columnists.execute({ strip }) : []]);
  const newest = newestRows.map(asCard);
  const news = newest.filter((card) => !columnSections.some(({ slug }) => slug === card.section.slug) && !standsElsewhere.has(card.format));
  const own = news.filter((card) => card.language === language);
  const lead = own.find((card) => card.picture) ?? own[0] ?? news[0] ?? null;
  const more = lead ? await cardsSharingTags(lead.id) : [];
  for (const card of lead ? [lead, ...more] : []) shown.add(card.id);
  const secondary = calmOrder(news.filter((card) => !shown.has(card.id)), lead?.picture?.id).slice(0, besideAndBelow);
  for (const card of secondary) shown.add(card.id);
  const plate = longRows.map(asCard).find((card) => !shown.has(card.id)) ?? null;
  if (plate) shown.add(plate.id);
  const pictures = new Set([lead, ...secondary.slice(0, calmPictures), plate].flatMap((card) => card?.picture?.id ?? []));
  const cards = (await inSections.execute({ shown: uuids(shown), strip })).map(asCard);
  const block = (section: FrontSection): FrontBlock => ({ section, cards: storiesOf(familyOf(sections, section), cards).slice(0, aBlock) });
  const blocks = topSections(sections).filter((section) => section !== opinion).map(block);
  const columns = opinion ? block(opinion).cards.slice(0, aStrip) : [];
  return { lead, more, secondary, latest: newest, plate, opinion: opinion && columns.length > 0 ? { section: opinion, cards: columns, columnists: signatoryMap(columnistRows) } : null, blocks: blocks.filter((one) => one.cards.length > 0).map((one) => ({ ...one, cards: pictureAtTheHead(one.cards, pictures) })) };
}

const storiesOf = (family: readonly FrontSection[], cards: readonly ArticleCard[]) => cards.filter((card) => family.some(({ slug }) => slug === card.section.slug));
