import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, comments, discussions, sections, shields } from "@/db/schema";
import { shieldWhos } from "@/db/vocabulary";
import { shieldRaise } from "@/lib/comments/abilities";
import { moveComment } from "@/lib/comments/move-comment";
import { commentSettings } from "@/lib/comments/settings";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { shieldStands } from "@/lib/moderation/shields";

const { mostHours, heldAtOnce } = commentSettings.shield;

/** Over the whole paper (both null), one section with its parts, or one story. */
const over = { sectionId: z.uuid("There is no such section.").nullable(), articleId: z.uuid("There is no such story.").nullable() };
type Over = { sectionId: string | null; articleId: string | null };

/** The section or story is there. Whoever raises one over the same waits. */
async function placeOf(tx: Transaction, { sectionId, articleId }: Over) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`shield:${sectionId ?? ""}:${articleId ?? ""}`}))`);
  if (sectionId && articleId) return null;
  if (sectionId) return (await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId)))[0] ?? null;
  if (articleId) return (await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId)))[0] ?? null;
  return {};
}

const same = ({ sectionId, articleId }: Over) => and(sectionId ? eq(shields.sectionId, sectionId) : isNull(shields.sectionId), articleId ? eq(shields.articleId, articleId) : isNull(shields.articleId));

/**
 * Raises a shield: until its end new comments wait there, everybody's or only those of guests and newcomers. One that stands over the same
 * place is put in the new one's place. It ends by itself.
 */
export const raiseShield = command({
  name: "raiseShield",
  input: z.strictObject({ ...over, who: z.enum(shieldWhos, "Choose whose comments wait."), hours: z.number("Choose how long it stands.").int("Choose whole hours.").min(1, "An hour at least.").max(mostHours, `${mostHours / 24} days at most.`) }),
  ability: shieldRaise,
  load: placeOf,
  async run({ tx, actor, now, record }, _, { who, hours, ...place }) {
    await tx.update(shields).set({ loweredAt: now, loweredBy: personIdOf(actor) }).where(and(shieldStands(now), same(place)));
    const id = newId();
    const endsAt = new Date(now.getTime() + hours * 3_600_000);
    await tx.insert(shields).values({ id, ...place, who, raisedBy: personIdOf(actor), raisedAt: now, endsAt });
    await record({ name: "shield.raised", subjectId: id, data: { ...place, who, endsAt: endsAt.toISOString() } });
    return ok({ id, endsAt: endsAt.toISOString() });
  },
});

/** Takes a shield down before its end. */
export const lowerShield = command({
  name: "lowerShield",
  input: z.strictObject({ id: z.uuid("There is no such shield.") }),
  ability: shieldRaise,
  async load(tx, { id }) {
    const [shield] = await tx.select().from(shields).where(eq(shields.id, id)).for(rowLock);
    return shield ?? null;
  },
  async run({ tx, actor, now, record }, { id, sectionId, articleId, loweredAt, endsAt }) {
    // It is down already, by itself or by a colleague: then that is what was wanted.
    if (loweredAt || endsAt <= now) return ok({ id });
    await tx.update(shields).set({ loweredAt: now, loweredBy: personIdOf(actor) }).where(eq(shields.id, id));
    await record({ name: "shield.lowered", subjectId: id, data: { sectionId, articleId } });
    return ok({ id });
  },
});

/**
 * Puts comments that readers see though nobody has read them back into the queue, the newest first, `heldAtOnce` at a time. Returns how many
 * went, and whether more are left.
 */
export const holdUnread = command({
  name: "holdUnread",
  input: z.strictObject(over),
  ability: shieldRaise,
  load: placeOf,
  async run(context, _, { sectionId, articleId }) {
    const { tx, actor } = context;
    const inSection = sectionId ? or(eq(articles.sectionId, sectionId), inArray(articles.sectionId, tx.select({ id: sections.id }).from(sections).where(eq(sections.parentId, sectionId)))) : undefined;
    const unread = and(eq(comments.status, "published"), articleId ? eq(articles.id, articleId) : inSection);
    const found = await tx
      .select({ id: comments.id, discussionId: comments.discussionId })
      .from(comments)
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .where(unread)
      .orderBy(sql`coalesce(${comments.decidedAt}, ${comments.createdAt}) desc`)
      .limit(heldAtOnce + 1);
    const chosen = found.slice(0, heldAtOnce);
    if (chosen.length === 0) return ok({ held: 0, more: false });
    // Discussions first and in one order, as whoever moves several comments does, or each would wait for the other.
    const under = await tx.select({ id: discussions.id, articleId: discussions.articleId }).from(discussions).where(inArray(discussions.id, [...new Set(chosen.map(({ discussionId }) => discussionId))])).orderBy(asc(discussions.id)).for(rowLock);
    const rows = await tx.select().from(comments).where(and(inArray(comments.id, chosen.map(({ id }) => id)), eq(comments.status, "published")));
    for (const comment of rows) await moveComment(context, { comment }, { revisionId: comment.currentRevisionId, status: "published" }, { to: "held", by: personIdOf(actor) });
    for (const { id, articleId: of } of under) await context.record({ name: "discussion.changed", subjectId: id, data: { articleId: of, held: rows.filter(({ discussionId }) => discussionId === id).length, takes: true } });
    return ok({ held: rows.length, more: found.length > heldAtOnce });
  },
});
