import { desc, eq, gt } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, discussions, people, revisions, sections, shields } from "@/db/schema";
import type { ShieldWho } from "@/db/vocabulary";
import { shieldRaise } from "@/lib/comments/abilities";
import { commentSettings } from "@/lib/comments/settings";
import type { Actor } from "@/lib/core/actor";
import { machineNow } from "@/lib/kernel/clock";
import { shieldStands } from "@/lib/moderation/shields";

/** A shield that stands. `over`: the section's name or the story's headline; null: the whole paper. Instants are ISO 8601 in UTC. */
export type StandingShield = { id: string; over: string | null; articleId: string | null; sectionId: string | null; who: ShieldWho; by: string | null; endsAt: string };
/** Where a flood is seen over which no shield stands: one discussion, or, with `articleId` null, so many at once that it is the paper's. */
export type SuggestedShield = { articleId: string | null; headline: string };
export type Shields = { standing: StandingShield[]; suggested: SuggestedShield[] };

/** The shields that stand, the newest first, and those that what is seen suggests; null for whom they do not concern. */
export async function theShields(actor: Actor): Promise<Shields | null> {
  if (!shieldRaise.check(actor, null)) return null;
  const db = appDatabase();
  const now = machineNow();
  const [standing, heated] = await Promise.all([
    db
      .select({ shield: shields, by: people.name, section: sections.name, headline: revisions.headline, draftHeadline: articles.draftHeadline })
      .from(shields)
      .leftJoin(people, eq(people.id, shields.raisedBy))
      .leftJoin(sections, eq(sections.id, shields.sectionId))
      .leftJoin(articles, eq(articles.id, shields.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .where(shieldStands(now))
      .orderBy(desc(shields.raisedAt)),
    db
      .select({ articleId: discussions.articleId, sectionId: articles.sectionId, parentId: sections.parentId, headline: revisions.headline, draftHeadline: articles.draftHeadline })
      .from(discussions)
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(sections, eq(sections.id, articles.sectionId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .where(gt(discussions.heatedUntil, now))
      .orderBy(desc(discussions.heatedUntil))
      .limit(20),
  ]);
  const reached = ({ articleId, sectionId, parentId }: (typeof heated)[number]) => standing.some(({ shield }) => (!shield.articleId && !shield.sectionId) || shield.articleId === articleId || (shield.sectionId !== null && (shield.sectionId === sectionId || shield.sectionId === parentId)));
  const open = heated.filter((one) => !reached(one));
  return {
    standing: standing.map(({ shield, by, section, headline, draftHeadline }) => ({ id: shield.id, over: shield.articleId ? (headline ?? draftHeadline ?? "") : section, articleId: shield.articleId, sectionId: shield.sectionId, who: shield.who, by, endsAt: shield.endsAt.toISOString() })),
    suggested: [
      ...(open.length >= commentSettings.heat.everywhereFrom ? [{ articleId: null, headline: `${open.length} discussions` }] : []),
      ...open.slice(0, 5).map(({ articleId, headline, draftHeadline }) => ({ articleId, headline: headline ?? draftHeadline })),
    ],
  };
}
