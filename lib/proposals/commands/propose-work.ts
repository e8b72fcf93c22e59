import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { proposals } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { presentVersion } from "@/lib/articles/present-version";
import { lockArticle } from "@/lib/articles/article-row";
import { contentOf } from "@/lib/articles/cut-revision";
import type { AsideReason } from "@/lib/articles/device-copy";
import { committedCopy } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { withWork } from "@/lib/content/with-work";
import { mergeIntoWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";
import { conflict, forbidden, invalid } from "@/lib/kernel/failure";
import { derivedId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { publicVersion } from "@/lib/proposals/commands/start-copy";
import { hunksOf } from "@/lib/proposals/hunks";
import { ProposeWorkInput } from "@/lib/proposals/inputs";
import { appendToProposal } from "@/lib/proposals/proposal-log";

const why = {
  published: "Meanwhile another version of the story went public.",
  long: "It lay on the device for more than a day.",
  epoch: "Meanwhile the story’s document was rebuilt.",
  incomplete: "Part of what it was written on is missing from the story.",
  refused: "The story did not take it.",
} satisfies Record<AsideReason, string>;

const day = (instant: Date) => instant.toISOString().slice(0, 10);

/**
 * Makes a proposal of work that lay aside on a device, sent at once: colleagues see it, and whoever answers takes of it what fits. It is held against the
 * story as it stands; a document of its own (`whole`), whose base nobody knows, against the version that readers see, where there is one. The same
 * work makes one proposal, however often and from however many tabs it is asked for. Refused where it cannot be read as a story, or would change nothing.
 */
export const proposeWork = command({
  name: "proposeWork",
  input: ProposeWorkInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, { work, update, whole, reason, since }) {
    if (actor.kind !== "person") return fail(forbidden("nobody", "Only people make proposals."));
    const id = derivedId("device work", actor.personId, article.id, work);
    const [made] = await tx.select({ id: proposals.id }).from(proposals).where(eq(proposals.id, id));
    if (made) return ok({ id, isNew: false });
    const { doc: story, formatBefore } = await committedCopy(tx, article.id);
    const content = withWork(story, update, whole, formatBefore);
    story.destroy();
    if (content === "incomplete") return fail(invalid("incomplete_work", "Part of what this was written on is missing, so no proposal can be made of it. Nothing of it is lost while it lies aside."));
    if (content === "unreadable") return fail(invalid("not_a_story", "This cannot be read as a story, so no proposal can be made of it."));
    const base = (whole ? await publicVersion(tx, article) : undefined) ?? (await presentVersion(tx, actor, now, article.id));
    const before = contentOf(base);
    if (hunksOf({ base: before, proposal: content, now: before }).length === 0) return fail(conflict("nothing_changed", "The story says all of it already, so there is nothing to propose."));
    await tx.insert(proposals).values({ id, articleId: article.id, baseRevisionId: base.id, createdBy: actor.personId, createdAt: now });
    const doc = new Y.Doc();
    seedWorkingCopy(doc, before);
    await appendToProposal(tx, { proposalId: id, bytes: Y.encodeStateAsUpdate(doc), authorId: null });
    const seeded = Y.encodeStateVector(doc);
    mergeIntoWorkingCopy(doc, content, "device work");
    await appendToProposal(tx, { proposalId: id, bytes: Y.encodeStateAsUpdate(doc, seeded), authorId: actor.personId });
    doc.destroy();
    await tx.update(proposals).set({ state: "sent", sentAt: now, word: `Written on a device without a line, begun on ${day(since)}. ${why[reason]}` }).where(eq(proposals.id, id));
    await record({ name: "article.proposal_sent", subjectId: article.id, data: { proposalId: id } });
    return ok({ id, isNew: true });
  },
});
