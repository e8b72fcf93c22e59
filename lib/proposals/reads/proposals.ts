import { and, desc, eq, ne, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, people, proposalDecisions, proposals, revisions } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { contentOf } from "@/lib/articles/cut-revision";
import { deskMaterial } from "@/lib/articles/reads/material";
import { committedContent } from "@/lib/articles/update-log";
import { together } from "@/lib/comparison/reads/compared-story";
import { compareStories } from "@/lib/comparison/compare-stories";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { isUuid } from "@/lib/kernel/uuid";
import { proposalDecide, proposalMake, proposalRead, proposalWrite } from "@/lib/proposals/abilities";
import { hunksOf, readAs } from "@/lib/proposals/hunks";
import { proposalContent } from "@/lib/proposals/proposal-log";
import { type LoadedProposal, loadedProposal } from "@/lib/proposals/proposal-row";
import type { ProposalLine, ProposalView, ShownHunk } from "@/lib/proposals/views";

const author = alias(people, "author");
const settler = alias(people, "settler");

/** So many are listed; older ones are of no use any more. */
const mostListed = 100;

async function lines(actor: Actor, which: SQL | undefined): Promise<ProposalLine[]> {
  const me = personIdOf(actor);
  const rows = await appDatabase()
    .select({ proposal: proposals, article: articles, copied: revisions.headline, by: author.name, settledBy: settler.name })
    .from(proposals)
    .innerJoin(articles, eq(articles.id, proposals.articleId))
    .innerJoin(revisions, eq(revisions.id, proposals.baseRevisionId))
    .innerJoin(author, eq(author.id, proposals.createdBy))
    .leftJoin(settler, eq(settler.id, proposals.settledBy))
    .where(which)
    .orderBy(desc(proposals.createdAt), desc(proposals.id))
    .limit(mostListed);
  return rows.map(({ proposal, article, copied, by, settledBy }) => ({
    id: proposal.id,
    articleId: article.id,
    headline: articleEdit.check(actor, article) ? article.draftHeadline : copied,
    state: proposal.state,
    by,
    isOwn: proposal.createdBy === me,
    word: proposal.word,
    answer: proposal.answer,
    startedAt: proposal.createdAt.toISOString(),
    sentAt: proposal.sentAt?.toISOString() ?? null,
    settled: proposal.settledAt ? { by: settledBy ?? "somebody", at: proposal.settledAt.toISOString() } : null,
  }));
}

/** The copies and proposals of a story: all of them for whoever may write in it, one's own for others; null for who may have none. */
export async function storyProposals(actor: Actor, articleId: string): Promise<{ headline: string; lines: ProposalLine[]; mayEdit: boolean } | null> {
  if (!isUuid(articleId)) return null;
  const [row] = await appDatabase().select({ article: articles, published: revisions.headline }).from(articles).leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, articleId));
  if (!row || !proposalMake.check(actor, row.article)) return null;
  const mayEdit = articleEdit.check(actor, row.article);
  const own = eq(proposals.createdBy, personIdOf(actor) ?? nobody);
  return { headline: mayEdit ? row.article.draftHeadline : (row.published ?? ""), mayEdit, lines: await lines(actor, and(eq(proposals.articleId, articleId), mayEdit ? undefined : own)) };
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** One's own copies, and the proposals of others that wait for somebody who may write in their story. */
export async function proposalsFor(actor: Actor): Promise<{ own: ProposalLine[]; waiting: ProposalLine[] }> {
  const me = personIdOf(actor) ?? nobody;
  const [own, waiting] = await Promise.all([lines(actor, and(eq(proposals.createdBy, me), proposalMake.where(actor))), lines(actor, and(eq(proposals.state, "sent"), ne(proposals.createdBy, me), proposalDecide.where(actor)))]);
  return { own, waiting };
}

/** A copy that this person may write in now; null otherwise. */
export async function writableProposal(actor: Actor, proposalId: string): Promise<LoadedProposal | null> {
  const proposal = await loadedProposal(appDatabase(), proposalId);
  return proposal?.state === "open" && proposalWrite.check(actor, proposal) ? proposal : null;
}

/** This person's copy of a story that is in work; null where there is none. */
export async function ownCopyOf(actor: Actor, articleId: string): Promise<string | null> {
  if (!isUuid(articleId)) return null;
  const [row] = await appDatabase().select({ id: proposals.id }).from(proposals).where(and(eq(proposals.articleId, articleId), eq(proposals.createdBy, personIdOf(actor) ?? nobody), eq(proposals.state, "open")));
  return row && (await writableProposal(actor, row.id)) ? row.id : null;
}

/** A proposal of a story, held against the version it was copied from and, for whoever may write there, against the story as it stands; null where this person may not see it. */
export async function proposalView(actor: Actor, articleId: string, proposalId: string): Promise<ProposalView | null> {
  const db = appDatabase();
  const proposal = await loadedProposal(db, proposalId);
  if (!proposal || proposal.articleId !== articleId || !proposalRead.check(actor, proposal)) return null;
  const mayEdit = articleEdit.check(actor, proposal.article);
  const [[line], [base], after, now, decisions] = await Promise.all([
    lines(actor, eq(proposals.id, proposalId)),
    db.select().from(revisions).where(eq(revisions.id, proposal.baseRevisionId)),
    proposalContent(db, proposalId),
    mayEdit ? committedContent(db, articleId) : null,
    db.select({ part: proposalDecisions.part, verdict: proposalDecisions.verdict, at: proposalDecisions.decidedAt, by: people.name }).from(proposalDecisions).innerJoin(people, eq(people.id, proposalDecisions.decidedBy)).where(eq(proposalDecisions.proposalId, proposalId)),
  ]);
  if (!line || !base) return null;
  const before = contentOf(base);
  const comparison = compareStories(before, after);
  const decided = new Map(decisions.map(({ part, verdict, by, at }) => [part, { verdict, by, at: at.toISOString() }]));
  const hunks = hunksOf({ base: before, proposal: after, now: now ?? before }, comparison).map(({ part, standing, seen }): [string, ShownHunk] => [part, { part, standing: now && standing, seen, decided: decided.get(part) ?? null }]);
  const isOwn = proposalWrite.check(actor, proposal);
  const material = await Promise.all([before, after, ...(now ? [now] : [])].map((content) => deskMaterial(content)));
  return {
    line,
    contents: { before, after },
    comparison,
    hunks: new Map(hunks),
    read: readAs(after),
    meanwhile: now && { comparison: compareStories(before, now), content: now },
    material: together(material),
    can: { decide: proposal.state === "sent" && proposalDecide.check(actor, proposal), reopen: isOwn && proposal.state === "sent" && decided.size === 0, withdraw: isOwn && (proposal.state === "sent" || proposal.state === "open"), openStory: mayEdit },
  };
}
