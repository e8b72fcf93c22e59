import { and, eq } from "drizzle-orm";
import { proposalDecisions, proposals, revisions } from "@/db/schema";
import type { ProposalState } from "@/db/vocabulary";
import { contentOf } from "@/lib/articles/cut-revision";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { proposalWrite } from "@/lib/proposals/abilities";
import { hunksOf } from "@/lib/proposals/hunks";
import { OwnProposalInput, SendProposalInput } from "@/lib/proposals/inputs";
import { proposalStateNames } from "@/lib/proposals/proposal";
import { proposalContent } from "@/lib/proposals/proposal-log";
import { lockProposal } from "@/lib/proposals/proposal-row";

const over = (state: ProposalState) => conflict("not_open", `This proposal stands otherwise by now: ${proposalStateNames[state].toLowerCase()}.`);

/** Sends a copy back to its story with a word why. From then on it stays as it is, so that what is answered is what was read. Refused where nothing was changed in it. */
export const sendProposal = command({
  name: "sendProposal",
  input: SendProposalInput,
  ability: proposalWrite,
  load: lockProposal,
  async run({ tx, now, record }, proposal, { word }) {
    if (proposal.state !== "open") return fail(over(proposal.state));
    const [base] = await tx.select().from(revisions).where(eq(revisions.id, proposal.baseRevisionId));
    if (!base) throw new Error(`The version that ${proposal.id} was copied from is gone.`);
    const before = contentOf(base);
    if (hunksOf({ base: before, proposal: await proposalContent(tx, proposal.id), now: before }).length === 0) return fail(conflict("nothing_changed", "Nothing has been changed in this copy yet, so there is nothing to propose."));
    await tx.update(proposals).set({ state: "sent", word, sentAt: now }).where(eq(proposals.id, proposal.id));
    await record({ name: "article.proposal_sent", subjectId: proposal.articleId, data: { proposalId: proposal.id } });
    return ok({ id: proposal.id });
  },
});

/** Takes a proposal back to go on writing in it, as long as nobody has answered any of it and no other copy of the story is in work. */
export const reopenProposal = command({
  name: "reopenProposal",
  input: OwnProposalInput,
  ability: proposalWrite,
  load: lockProposal,
  async run({ tx, record }, proposal) {
    if (proposal.state !== "sent") return fail(over(proposal.state));
    const [answered] = await tx.select({ part: proposalDecisions.part }).from(proposalDecisions).where(eq(proposalDecisions.proposalId, proposal.id)).limit(1);
    if (answered) return fail(conflict("answered", "Part of it has been answered already, so it stays as it was sent."));
    const [other] = await tx.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.articleId, proposal.articleId), eq(proposals.createdBy, proposal.createdBy), eq(proposals.state, "open")));
    if (other) return fail(conflict("another_copy", "You work on another copy of this story. Send that one, or withdraw it, first."));
    await tx.update(proposals).set({ state: "open", sentAt: null }).where(eq(proposals.id, proposal.id));
    await record({ name: "article.proposal_reopened", subjectId: proposal.articleId, data: { proposalId: proposal.id } });
    return ok({ id: proposal.id });
  },
});

/** Ends a copy without an answer: what was taken of it stays in the story. */
export const withdrawProposal = command({
  name: "withdrawProposal",
  input: OwnProposalInput,
  ability: proposalWrite,
  load: lockProposal,
  async run({ tx, actor, now, record }, proposal) {
    if (proposal.state !== "open" && proposal.state !== "sent") return fail(over(proposal.state));
    await tx.update(proposals).set({ state: "withdrawn", settledAt: now, settledBy: actor.kind === "person" ? actor.personId : null }).where(eq(proposals.id, proposal.id));
    await record({ name: "article.proposal_withdrawn", subjectId: proposal.articleId, data: { proposalId: proposal.id } });
    return ok({ id: proposal.id });
  },
});
