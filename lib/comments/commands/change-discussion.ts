import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, comments, discussions } from "@/db/schema";
import { discussionModes, discussionPresets } from "@/db/vocabulary";
import { discussionChange } from "@/lib/comments/abilities";
import { threadSorts } from "@/lib/comments/discussion-view";
import { moveComment } from "@/lib/comments/move-comment";
import { noReason, noteAndNone, presets } from "@/lib/comments/presets";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import { commentSettings } from "@/lib/comments/settings";
import { personIdOf } from "@/lib/core/actor";
import { type CommandContext, command } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";

const instant = z.iso.datetime({ offset: true, error: "Write a day and a time." }).transform((text) => new Date(text));
const reasonLength = 300;

export const ChangeDiscussionInput = z.strictObject({
  articleId: z.uuid("There is no such story."),
  rulesVersion: z.number("Reload the page.").int().min(0),
  preset: z.enum(discussionPresets, "Choose one of these.").nullable(),
  mode: z.enum(discussionModes, "Choose who may comment."),
  /** By the section's rules, never, or at this moment. */
  closes: z.union([z.enum(["by_rule", "never"]), instant], "Choose when it closes."),
  slowModeSeconds: z
    .number("Write a number of seconds.")
    .int("Write whole seconds.")
    .min(0, "Write 0 or more.")
    .max(commentSettings.slowestSeconds, `${commentSettings.slowestSeconds} seconds are the most.`)
    .nullable(),
  /** Whether any link is looked at; null: as in its section. */
  linksHeld: z.boolean("Choose what becomes of links.").nullable().default(null),
  /** In which order threads stand at first; null: as in its section. */
  firstSort: z.enum(threadSorts, "Choose an order.").nullable().default(null),
  pinnedNote: z
    .string("A note must be text.")
    .max(commentSettings.pinnedNote, `Say it in ${commentSettings.pinnedNote} characters.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.")
    .transform((text) => text.trim()),
  /** No note, whatever its section says. */
  withoutNote: z.boolean("Choose whether there is a note.").default(false),
  /** Why a sensitive story is opened. */
  reason: z
    .string()
    .max(reasonLength, `Say it in ${reasonLength} characters.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.")
    .transform((text) => text.trim()),
  /** Whether comments that appeared without anybody having read them go back into the queue. */
  holdUnread: z.boolean(),
});

/** The discussion of a story that was ever begun, locked; made where nobody has commented yet. */
async function lockDiscussion(tx: Transaction, { articleId }: { articleId: string }) {
  const [story] = await tx.select({ sectionId: articles.sectionId, draftSectionId: articles.draftSectionId }).from(articles).where(eq(articles.id, articleId));
  if (!story) return null;
  await tx.insert(discussions).values({ articleId, rulesVersion: 0 }).onConflictDoNothing();
  const [discussion] = await tx.select().from(discussions).where(eq(discussions.articleId, articleId)).for(rowLock);
  return discussion ? { ...discussion, sectionId: story.sectionId ?? story.draftSectionId } : null;
}

/**
 * Says how the discussion of one story is held: in the place of what its section says. Of two at once the second hears `changed_meanwhile`
 * and changes nothing. What was marked sensitive, itself or with its section, is opened with a reason alone. Returns how many comments went back into the queue.
 */
export const changeDiscussion = command({
  name: "changeDiscussion",
  input: ChangeDiscussionInput,
  ability: discussionChange,
  load: lockDiscussion,
  async run(context, discussion, { rulesVersion, closes, reason, holdUnread, articleId, pinnedNote, withoutNote, linksHeld, firstSort, preset, ...chosen }) {
    if (discussion.rulesVersion !== rulesVersion) return fail(conflict("changed_meanwhile", "Somebody changed how this discussion is held since you opened the page. Nothing of yours was saved. Reload the page to see what holds now."));
    if (withoutNote && pinnedNote !== "") return fail(invalid("note_and_none", noteAndNone, { fields: { pinnedNote: noteAndNone } }));
    // A way that has a name is what it means; what else was chosen counts where it has none.
    const { mode, slowModeSeconds } = preset ? presets[preset] : chosen;
    const rules = await rulesOfSection(context.tx, discussion.sectionId);
    const isOff = (one: typeof mode) => one === "off" || (one === "inherit" && rules.mode === "off");
    const opens = (discussion.preset === "sensitive" && preset !== "sensitive") || (rules.preset === "sensitive" && isOff(discussion.mode) && !isOff(mode));
    if (opens && reason === "") return fail(invalid("no_reason", noReason, { fields: { reason: noReason } }));
    const byDay = closes instanceof Date;
    await context.tx
      .update(discussions)
      .set({ mode, slowModeSeconds, linksHeld, firstSort, preset, pinnedNote, withoutNote, closesAt: byDay ? closes : null, staysOpen: closes === "never", rulesVersion: rulesVersion + 1 })
      .where(eq(discussions.id, discussion.id));
    const held = holdUnread ? await holdUnreadOf(context, discussion.id) : 0;
    const said = { mode, preset, closes: byDay ? closes.toISOString() : closes, slowModeSeconds, linksHeld, firstSort, ...(opens ? { reason } : {}) };
    await context.record({ name: "discussion.changed", subjectId: discussion.id, data: { articleId, ...said, held, takes: held > 0 || mode === "off" || mode === "inherit" } });
    return ok({ held, rulesVersion: rulesVersion + 1 });
  },
});

/** So many at once, the oldest first: each is a decision of its own, and readers and writers of the discussion wait for all of them. */
const mostHeldAtOnce = 500;

/** Puts comments that nobody has read back into the queue. */
async function holdUnreadOf(context: CommandContext, discussionId: string): Promise<number> {
  const unread = await context.tx
    .select()
    .from(comments)
    .where(and(eq(comments.discussionId, discussionId), eq(comments.status, "published")))
    .orderBy(asc(comments.createdAt))
    .limit(mostHeldAtOnce);
  for (const comment of unread)
    await moveComment(
      context,
      { comment },
      { revisionId: comment.currentRevisionId, status: "published" },
      { to: "held", by: personIdOf(context.actor) },
    );
  return unread.length;
}
