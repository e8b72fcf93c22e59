import { eq } from "drizzle-orm";
import { people, proposalDecisions, proposals, revisions } from "@/db/schema";
import type { ProposalState, ProposalVerdict } from "@/db/vocabulary";
import { contentOf } from "@/lib/articles/cut-revision";
import { committedContent } from "@/lib/articles/update-log";
import { compareStories, type StoryComparison } from "@/lib/comparison/compare-stories";
import { enumerated, fieldNames, placeName } from "@/lib/comparison/names";
import { command, type CommandContext } from "@/lib/core/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { proposalDecide } from "@/lib/proposals/abilities";
import { blockPart, fieldPart, type Hunk, hunksOf, readAs, type Made, type ThreeTexts, withHunks } from "@/lib/proposals/hunks";
import { DecideHunkInput, DecideRestInput } from "@/lib/proposals/inputs";
import { mergeMade } from "@/lib/proposals/merge-made";
import { outcomeOf, proposalStateNames } from "@/lib/proposals/proposal";
import { proposalContent } from "@/lib/proposals/proposal-log";
import { type LoadedProposal, lockProposal } from "@/lib/proposals/proposal-row";

/** What came of it: what the changes are called, how many are left, and how the proposal stands now. */
export type Decided = { names: string[]; left: number; state: ProposalState };

/**
 * Takes one change of a proposal into the story, or declines it. Taken, it is merged under whoever is typing, as its author's writing; what stood
 * before is kept as a version first. Refused where somebody was faster, where the proposal is not the one that was read (its author may take it
 * back and send it again), or where the story at that place is not what the person saw, or where taking it would
 * change nothing.
 */
export const decideHunk = command({
  name: "decideHunk",
  input: DecideHunkInput,
  ability: proposalDecide,
  load: lockProposal,
  async run(context, proposal, { read, part, seen, verdict }): Promise<Result<Decided>> {
    const weighed = await weigh(context, proposal, read);
    if ("failure" in weighed) return fail(weighed.failure);
    const hunk = weighed.hunks.find((one) => one.part === part);
    if (!hunk) return fail(notFound("no_hunk", "This proposal has no such change."));
    const already = weighed.decided.get(part);
    if (already) return fail(conflict("decided_already", `${already.by} has ${already.verdict} this change already.`));
    if (verdict === "taken" && hunk.seen !== seen) return fail(conflict("changed_meanwhile", "The story was changed there while you read. Look at it as it stands now, and decide again."));
    return decide(context, proposal, weighed, [hunk], verdict, "");
  },
});

/** Answers all that nobody has answered: taking takes the changes that fit and leaves those where the story was changed meanwhile; declining declines them all, with a word. Refused where the proposal is not the one that was read. */
export const decideRest = command({
  name: "decideRest",
  input: DecideRestInput,
  ability: proposalDecide,
  load: lockProposal,
  async run(context, proposal, { read, verdict, answer }): Promise<Result<Decided>> {
    const weighed = await weigh(context, proposal, read);
    if ("failure" in weighed) return fail(weighed.failure);
    const left = weighed.hunks.filter(({ part }) => !weighed.decided.has(part));
    const chosen = verdict === "declined" ? left.filter(({ standing }) => standing !== "there") : left.filter(({ standing }) => standing === "fits" || standing === "there");
    if (verdict === "taken" && chosen.length === 0) return fail(conflict("nothing_fits", "What is left was changed in the story meanwhile. Decide on each of these changes by itself."));
    return decide(context, proposal, weighed, chosen, verdict, answer);
  },
});

const changeless = (chosen: readonly Hunk[]) =>
  conflict("changes_nothing", chosen.some(({ standing }) => standing === "moot") ? "The lead picture that these words are about is not the story’s any more, so they cannot be taken. Decline them." : "By itself this would change nothing in the story as it stands, so it was not taken. Take it together with the others, or decline it.");

type Weighed = { texts: ThreeTexts; comparison: StoryComparison; hunks: Hunk[]; decided: Map<string, { verdict: ProposalVerdict; by: string }> };

/** The proposal held against the story as it stands, with what was answered of it. Fails where it does not wait for an answer, or says something else than what was read. */
async function weigh({ tx }: CommandContext, proposal: LoadedProposal, read: string): Promise<Weighed | { failure: ReturnType<typeof conflict> }> {
  if (proposal.state !== "sent") return { failure: conflict("not_sent", `This proposal stands otherwise by now: ${proposalStateNames[proposal.state].toLowerCase()}.`) };
  const [base] = await tx.select().from(revisions).where(eq(revisions.id, proposal.baseRevisionId));
  if (!base) throw new Error(`The version that ${proposal.id} was copied from is gone.`);
  const texts: ThreeTexts = { base: contentOf(base), proposal: await proposalContent(tx, proposal.id), now: await committedContent(tx, proposal.articleId) };
  if (readAs(texts.proposal) !== read) return { failure: conflict("changed_meanwhile", "The proposal was taken back and sent again in other words while you read, and nothing was done. Read it as it stands now, and decide again.") };
  const comparison = compareStories(texts.base, texts.proposal);
  const rows = await tx.select({ part: proposalDecisions.part, verdict: proposalDecisions.verdict, by: people.name }).from(proposalDecisions).innerJoin(people, eq(people.id, proposalDecisions.decidedBy)).where(eq(proposalDecisions.proposalId, proposal.id));
  return { texts, comparison, hunks: hunksOf(texts, comparison), decided: new Map(rows.map((row) => [row.part, row])) };
}

async function decide(context: CommandContext, proposal: LoadedProposal, weighed: Weighed, chosen: readonly Hunk[], verdict: ProposalVerdict, answer: string): Promise<Result<Decided>> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== "person") return fail(forbidden("nobody", "Only people answer proposals."));
  const parts = new Set(chosen.map(({ part }) => part));
  const names = namesOf(weighed, parts);
  const wanting = verdict === "taken" ? chosen.filter(({ standing }) => standing !== "there") : [];
  // Nobody is told of words that they are in the story where they are not.
  const made = withHunks(weighed.texts, verdict === "taken" ? parts : new Set(), weighed.comparison);
  if (wanting.some(({ part }) => made.idle.has(part))) return fail(changeless(wanting));
  const updateId = verdict === "taken" ? await takeIn(context, proposal, weighed, made, names) : null;
  if (wanting.length > 0 && updateId === null) return fail(changeless(wanting));
  if (parts.size > 0) await tx.insert(proposalDecisions).values([...parts].map((part) => ({ proposalId: proposal.id, part, verdict, decidedBy: actor.personId, decidedAt: now })));
  const changes = weighed.hunks.map(({ part, standing }) => ({ verdict: parts.has(part) ? verdict : (weighed.decided.get(part)?.verdict ?? null), isThere: standing === "there" }));
  const outcome = outcomeOf(changes);
  if (outcome) await tx.update(proposals).set({ state: outcome, settledAt: now, settledBy: actor.personId, answer: answer || proposal.answer }).where(eq(proposals.id, proposal.id));
  await record({
    name: verdict === "taken" ? "article.proposal_taken" : "article.proposal_declined",
    subjectId: proposal.articleId,
    data: { proposalId: proposal.id, parts: [...parts], authorId: proposal.createdBy, ...(outcome ? { outcome } : {}), ...(updateId === null ? {} : { updateId }) },
  });
  return ok({ names, left: changes.filter((change) => change.verdict === null && !change.isThere).length, state: outcome ?? proposal.state });
}

/** Merges these changes into the story as writing of whoever proposed them, between a version of what stood before and one of what stands then. */
async function takeIn({ tx, actor, now }: CommandContext, proposal: LoadedProposal, { texts }: Weighed, made: Made, names: readonly string[]): Promise<number | null> {
  const [author] = await tx.select({ name: people.name }).from(people).where(eq(people.id, proposal.createdBy));
  return mergeMade(tx, actor, now, proposal.articleId, { before: texts.now, made, authorId: proposal.createdBy, label: `${author?.name ?? "Somebody"}: ${shortly(names)}`, reason: proposal.word });
}

const mostNames = 4;
const shortly = (names: readonly string[]) => enumerated(names.length > mostNames ? [...names.slice(0, mostNames - 1), `${names.length - mostNames + 1} more`] : [...names]);

/** What changes are called: "the headline", "the second paragraph". */
function namesOf({ texts, comparison }: Weighed, parts: ReadonlySet<string>): string[] {
  const [before, after] = [texts.base.body.content, texts.proposal.body.content];
  return [
    ...comparison.fields.filter(({ name }) => parts.has(fieldPart(name))).map(({ name }) => `the ${fieldNames[name]}`),
    ...comparison.blocks.filter((block) => parts.has(blockPart(block) ?? "")).map((block) => (block.after ? placeName(block.after, after) : block.before ? placeName(block.before, before) : "a block")),
  ];
}
