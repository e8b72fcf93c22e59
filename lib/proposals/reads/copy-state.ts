import { appDatabase } from "@/db/client";
import { checkSurroundings } from "@/lib/articles/check-surroundings";
import { publishChecks } from "@/lib/articles/checks";
import type { StoryState } from "@/lib/articles/desk-views";
import type { Actor } from "@/lib/core/actor";
import { proposalContent, proposalEpoch } from "@/lib/proposals/proposal-log";
import { writableProposal } from "@/lib/proposals/reads/proposals";

const nothingElse = { edit: true, publish: false, update: false, correct: false, unpublish: false, schedule: false, cancelSchedule: false, embargo: false, handIn: false, sendBack: false, place: false } satisfies StoryState["can"];

/**
 * What the editor shows of a copy: its text and what the checks say of it, and nothing of the story beside it. Publishing, versions and notes are
 * the story's. Null where this person may not write in it now.
 */
export async function copyState(actor: Actor, articleId: string, proposalId: string): Promise<StoryState | null> {
  const proposal = await writableProposal(actor, proposalId);
  if (!proposal || proposal.articleId !== articleId) return null;
  const db = appDatabase();
  const content = await proposalContent(db, proposalId);
  const surroundings = await checkSurroundings(db, proposal.article, content);
  return {
    id: proposal.articleId,
    copy: proposalId,
    version: 0,
    epoch: proposalEpoch,
    status: "draft",
    format: content.format,
    headline: content.headline,
    path: null,
    futurePath: null,
    firstPublishedAt: null,
    updatedAt: null,
    scheduledFor: null,
    scheduledRevision: null,
    scheduleFailure: null,
    embargoUntil: null,
    handedIn: null,
    // What is kept on devices is the story.
    keptOffDevices: true,
    sentBack: null,
    unpublished: null,
    restored: null,
    lastEvent: null,
    reads: { day: 0, ever: 0 },
    series: null,
    related: [],
    translations: [],
    proposals: [],
    remarks: 0,
    checks: publishChecks(content, { ...surroundings, blockingNotes: [], letters: [] }),
    notes: { open: 0, hasAny: false },
    can: nothingElse,
  };
}
