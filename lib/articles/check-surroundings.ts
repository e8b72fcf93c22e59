import { eq, inArray } from "drizzle-orm";
import { type Database, readerDatabase, type Transaction } from "@/db/client";
import { articles, embeds, mediaAssets, publicArticles, sections } from "@/db/schema";
import { type CheckSurroundings, effectiveSlug } from "@/lib/articles/checks";
import { recordedCorrections } from "@/lib/articles/recorded-corrections";
import { houseStyle } from "@/lib/settings/reads/house-style";
import { storiesAt } from "@/lib/articles/reads/stories-at";
import { slugTaken } from "@/lib/articles/slug-taken";
import type { StoryContent } from "@/lib/content/document";
import { linksOf, referencesOf } from "@/lib/content/references";
import { sensitiveTopics } from "@/lib/settings/reads/sensitive-topics";

type Story = { id: string; slug: string | null };

/** What the checks of a story need to know beyond its text: who has its slug, and what stands behind all that it refers to. */
export async function checkSurroundings(tx: Database | Transaction, article: Story, content: StoryContent): Promise<CheckSurroundings> {
  const wanted = referencesOf(content);
  const bare = content.body.content.flatMap(linksOf).filter((link) => link.story === null);
  const [taken, section, pictures, stories, known, snapshots, recorded, rules, topics, addresses] = await Promise.all([
    slugTaken(tx, article.id, effectiveSlug(content, article.slug)),
    content.sectionId ? tx.select({ id: sections.id }).from(sections).where(eq(sections.id, content.sectionId)) : [],
    wanted.pictures.length > 0 ? tx.select({ id: mediaAssets.id, width: mediaAssets.width, credit: mediaAssets.credit, alt: mediaAssets.alt }).from(mediaAssets).where(inArray(mediaAssets.id, wanted.pictures)) : [],
    wanted.stories.length > 0 ? readerDatabase().select({ id: publicArticles.id }).from(publicArticles).where(inArray(publicArticles.id, wanted.stories)) : [],
    wanted.stories.length > 0 ? tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, wanted.stories)) : [],
    wanted.embeds.length > 0 ? tx.select({ id: embeds.id, state: embeds.state }).from(embeds).where(inArray(embeds.id, wanted.embeds)) : [],
    recordedCorrections(tx, article.id),
    houseStyle(tx),
    sensitiveTopics(tx),
    storiesAt(bare.map(({ href }) => href)),
  ]);
  return {
    slugTaken: taken,
    sectionExists: section.length > 0,
    claimedSlug: article.slug,
    rules,
    topics,
    targets: {
      pictures: new Map(pictures.map(({ id, ...picture }) => [id, picture])),
      stories: new Set(stories.map(({ id }) => id).filter((id) => id !== article.id)),
      waiting: new Set(known.map(({ id }) => id)),
      addresses,
      embeds: new Map(snapshots.map(({ id, state }) => [id, state])),
      corrections: new Map(recorded.map(({ id, kind, note, inText }) => [id, { kind, note, inText }])),
    },
  };
}
