import { isNotNull, or } from "drizzle-orm";
import { articles } from "@/db/schema";
import type { ProposalState } from "@/db/vocabulary";
import { articleEdit, type OwnedArticle } from "@/lib/articles/abilities";
import type { Actor } from "@/lib/core/actor";
import { type Ability, may, nothing } from "@/lib/policy/ability";

/** What decides who may work on a copy of a story: whose it is, and whether readers see it anyway. */
export type CopiedArticle = OwnedArticle & { publishedRevisionId: string | null };

/** A copy with its story. */
export type GuardedProposal = { createdBy: string; state: ProposalState; article: CopiedArticle };

/**
 * Working on a copy of a story: whoever may write in it, and of a public story everybody who writes for the paper. Those get what readers see,
 * never the working copy.
 */
export const proposalMake: Ability<CopiedArticle> = {
  name: "proposal.make",
  check: (actor, article) => articleEdit.check(actor, article) || (may(actor, "article.create") && article.publishedRevisionId !== null),
  where(actor) {
    if (!may(actor, "article.create")) return nothing;
    const own = articleEdit.where(actor);
    return own && or(own, isNotNull(articles.publishedRevisionId));
  },
};

const isOwn = (actor: Actor, proposal: GuardedProposal) => actor.kind === "person" && proposal.createdBy === actor.personId;

/** Writing in a copy, sending it and taking it back: whoever made it, as long as she may have one. */
export const proposalWrite: Ability<GuardedProposal> = { name: "proposal.write", check: (actor, proposal) => isOwn(actor, proposal) && proposalMake.check(actor, proposal.article), where: () => nothing };

/** Seeing what was changed in a copy: whoever made it; once it was sent, whoever may write in the story. */
export const proposalRead: Ability<GuardedProposal> = { name: "proposal.read", check: (actor, proposal) => proposalWrite.check(actor, proposal) || (proposal.state !== "open" && articleEdit.check(actor, proposal.article)), where: () => nothing };

/** Taking parts of a proposal into the story, or declining them: whoever may write in the story. */
export const proposalDecide: Ability<GuardedProposal> = { name: "proposal.decide", check: (actor, proposal) => articleEdit.check(actor, proposal.article), where: (actor) => articleEdit.where(actor) };
