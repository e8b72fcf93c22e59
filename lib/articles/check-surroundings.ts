import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { type Database, readerDatabase, type Transaction } from "@/db/client";
import { articles, embeds, mediaAssets, people, publicArticles, sections, tags } from "@/db/schema";
import { type CheckSurroundings, effectiveSlug, type GateSurroundings } from "@/lib/articles/checks";
import { storiesAt } from "@/lib/articles/reads/stories-at";
import { recordedCorrections } from "@/lib/articles/recorded-corrections";
import { slugTaken } from "@/lib/articles/slug-taken";
import type { StoryContent } from "@/lib/content/document";
import { linksOf, referencesOf } from "@/lib/content/references";
import { machineNow } from "@/lib/kernel/clock";
import { tagSlugFrom } from "@/lib/kernel/slug";
import { barOn, dayIn } from "@/lib/media/rights";
import { lettersInStory } from "@/lib/newsroom/reads/letters-in-story";
import { blockingNotes } from "@/lib/notes/reads/blocking-notes";
import { houseStyle } from "@/lib/settings/reads/house-style";
import { sensitiveTopics } from "@/lib/settings/reads/sensitive-topics";
import { paperTimeZone } from "@/lib/settings/reads/time-zone";

type Story = { id: string; slug: string | null };

/** What all checks of a story need to know beyond its text. */
export async function checkSurroundings(tx: Database | Transaction, article: Story, content: StoryContent): Promise<CheckSurroundings> {
  const signers = content.format === "opinion" ? content.bylines.flatMap((byline) => byline.personId ?? []) : [];
  const wantedTags = content.tags.map(tagSlugFrom).filter((slug) => slug !== "");
  const [gate, rules, topics, portrayed, knownTags] = await Promise.all([
    gateSurroundings(tx, article, content),
    houseStyle(tx),
    sensitiveTopics(tx),
    signers.length > 0 ? tx.select({ id: people.id }).from(people).where(and(inArray(people.id, signers), isNotNull(people.portraitAssetId))) : [],
    wantedTags.length > 0 ? tx.select({ slug: tags.slug }).from(tags).where(inArray(tags.slug, wantedTags)) : [],
  ]);
  return { ...gate, rules, topics, portrayed: new Set(portrayed.map(({ id }) => id)), knownTags: new Set(knownTags.map(({ slug }) => slug)) };
}

/** What the gate needs to know of a story beyond its text: who has its slug, and what stands behind all that it refers to, at the time when it goes out. */
export async function gateSurroundings(tx: Database | Transaction, article: Story, content: StoryContent, at = machineNow()): Promise<GateSurroundings> {
  const wanted = referencesOf(content);
  const bare = content.body.content.flatMap(linksOf).filter((link) => link.story === null);
  const [taken, section, pictures, stories, known, snapshots, recorded, addresses, timeZone, notes, letters] = await Promise.all([
    slugTaken(tx, article.id, effectiveSlug(content, article.slug)),
    content.sectionId ? tx.select({ id: sections.id }).from(sections).where(eq(sections.id, content.sectionId)) : [],
    wanted.pictures.length > 0 ? tx.select({ id: mediaAssets.id, width: mediaAssets.width, credit: mediaAssets.credit, alt: mediaAssets.alt, usableFrom: mediaAssets.usableFrom, usableUntil: mediaAssets.usableUntil }).from(mediaAssets).where(inArray(mediaAssets.id, wanted.pictures)) : [],
    wanted.stories.length > 0 ? readerDatabase().select({ id: publicArticles.id }).from(publicArticles).where(inArray(publicArticles.id, wanted.stories)) : [],
    wanted.stories.length > 0 ? tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, wanted.stories)) : [],
    wanted.embeds.length > 0 ? tx.select({ id: embeds.id, state: embeds.state }).from(embeds).where(inArray(embeds.id, wanted.embeds)) : [],
    recordedCorrections(tx, article.id),
    storiesAt(bare.map(({ href }) => href)),
    paperTimeZone(tx),
    blockingNotes(tx, article.id),
    lettersInStory(tx, article.id),
  ]);
  const day = dayIn(timeZone, at);
  return {
    self: article.id,
    slugTaken: taken,
    sectionExists: section.length > 0,
    claimedSlug: article.slug,
    blockingNotes: notes,
    letters,
    targets: {
      pictures: new Map(pictures.map(({ id, width, credit, alt, ...days }) => [id, { width, credit, alt, bar: barOn(day, days) }])),
      stories: new Set([article.id, ...stories.map(({ id }) => id)]),
      waiting: new Set(known.map(({ id }) => id)),
      addresses,
      embeds: new Map(snapshots.map(({ id, state }) => [id, state])),
      corrections: new Map(recorded.map(({ id, kind, note, inText }) => [id, { kind, note, inText }])),
    },
  };
}
