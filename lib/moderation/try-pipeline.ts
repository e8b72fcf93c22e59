import { eq } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { articles, discussions } from "@/db/schema";
import type { Span } from "@/db/schema/comments";
import type { CommentStatus, ReasonCode } from "@/db/vocabulary";
import { wordRulesChange } from "@/lib/comments/abilities";
import { discussionState, noOwnRules } from "@/lib/comments/discussion";
import { gateText } from "@/lib/comments/gate";
import { submissionOf } from "@/lib/comments/judged-text";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import { sentenceOf } from "@/lib/comments/refusals/refusal";
import type { Command } from "@/lib/core/command";
import { parseInput } from "@/lib/core/parse-input";
import { machineNow } from "@/lib/kernel/clock";
import { forbidden, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { type TriedAs, triedAs } from "@/lib/moderation/tried-as";
import { judge, phases, type Submission, verdictOf } from "@/lib/moderation/pipeline";

const TriedInput = z.strictObject({
  text: z.string("Write something to try.").max(20_000, "Try 20,000 characters at most."),
  name: z.string().max(200, "A name may have 200 characters at most.").default(""),
  as: z.enum(triedAs, "Choose who wrote it."),
  /** Under which story; null: under none, as the paper has it. */
  articleId: z.uuid("There is no such story.").nullable().default(null),
});

/** What each phase says of a text: nothing, or what it found and where. `text` is as it would be kept; places are of its UTF-16 units. */
export type Tried = { text: string; status: CommentStatus; reason: ReasonCode | null; phases: { name: string; asks: string; found: { severity: string; evidence: string; spans: Span[] }[] }[] };

const standing: Record<TriedAs, Pick<Submission, "author" | "trust" | "approvedBefore" | "confirmed">> = {
  guest: { author: "guest", trust: 0, approvedBefore: 0, confirmed: false },
  newcomer: { author: "reader", trust: 0, approvedBefore: 0, confirmed: true },
  known: { author: "reader", trust: 1, approvedBefore: 2, confirmed: true },
  trusted: { author: "reader", trust: 2, approvedBefore: 20, confirmed: true },
};

/** Nobody: no comment is hers. */
const nobody = "00000000-0000-4000-8000-000000000000";

/** Puts a text through the gate and the whole pipeline as it stands now, and keeps nothing of it: no hit is counted. For those alone who may change the rules. */
export const tryPipeline: Pick<Command<Tried>, "name" | "execute"> = {
  name: "tryPipeline",
  async execute(raw, { actor }) {
    if (!wordRulesChange.check(actor, null)) return fail(forbidden("not_allowed", "You may not do this."));
    const parsed = parseInput(TriedInput, raw);
    if (!parsed.ok) return parsed;
    const { text, name, as, articleId } = parsed.value;
    const gated = gateText(text);
    if ("problem" in gated) return fail(invalid("gate", `The gate refuses it: ${sentenceOf(gated.problem)}`, { fields: { text: sentenceOf(gated.problem) } }));
    return appDatabase().transaction(
      async (tx) => {
        const now = machineNow();
        const [story] = articleId ? await tx.select({ sectionId: articles.sectionId, firstPublishedAt: articles.firstPublishedAt, discussion: discussions }).from(articles).leftJoin(discussions, eq(discussions.articleId, articles.id)).where(eq(articles.id, articleId)) : [];
        const { reviewed, linksHeld, newcomersHeld } = discussionState(story?.discussion ?? noOwnRules, await rulesOfSection(tx, story?.sectionId ?? null), story?.firstPublishedAt ?? now, now);
        const commenter = as === "guest" ? { kind: "guest" as const, id: nobody, name } : { kind: "reader" as const, id: nobody, name };
        const seen = await submissionOf(tx, commenter, gated.text, { discussion: { id: story?.discussion?.id ?? nobody, articleId: articleId ?? nobody }, reviewed, linksHeld, newcomersHeld, whence: null, now });
        const submission: Submission = { ...seen, ...standing[as] };
        const { status, reason } = judge(submission);
        return ok({ text: gated.text, status, reason, phases: phases.map((phase) => ({ name: phase.name, asks: phase.asks, found: verdictOf(phase, submission).map(({ severity, evidence, spans = [] }) => ({ severity, evidence, spans })) })) });
      },
      { accessMode: "read only" },
    );
  },
};
