import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { comments } from "@/db/schema";
import type { Decision } from "@/lib/comments/comment";
import { issueFormToken } from "@/lib/comments/form-token";
import { postComment } from "@/lib/comments/commands/post-comment";
import { type Actor, systemActor } from "@/lib/core/actor";
import type { DemoWorld } from "@/lib/imports/demo/load";
import type { DemoComment, DemoStory } from "@/lib/imports/demo/read-story";
import { slugFrom } from "@/lib/kernel/slug";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";

/** What readers said under one story, decided as a moderator would have. */
export async function loadComments(world: DemoWorld, story: DemoStory, articleId: string): Promise<void> {
  if (story.published === null || story.state.kind !== "live") return;
  const moderator = world.actors.get("Maud Pettersen");
  if (!moderator) throw new Error("The demo newsroom has no moderator.");
  let root: string | null = null;
  let last: string | null = null;
  for (const [index, comment] of story.comments.entries()) {
    const at = new Date(Math.min(world.start.getTime() + story.published + comment.after, world.start.getTime() - (story.comments.length - index) * 20_000));
    const parentId = comment.level === 0 ? null : comment.level === 1 ? root : (last ?? root);
    const commentId = await post(world, articleId, comment, parentId, at);
    const stands = comment.state === "approved" || comment.state === "published";
    if (comment.level === 0) root = stands ? commentId : null;
    last = stands ? commentId : last;
    await decide(moderator, commentId, comment, new Date(at.getTime() + 4 * 60_000 < world.start.getTime() ? at.getTime() + 4 * 60_000 : at.getTime() + 5_000));
  }
}

async function post(world: DemoWorld, articleId: string, comment: DemoComment, parentId: string | null, now: Date): Promise<string> {
  const actor: Actor = world.actors.get(comment.name) ?? systemActor("The demo newsroom");
  const guest = actor.kind !== "person";
  const posted = await postComment.execute(
    { articleId, parentId, name: guest ? comment.name : "", email: guest ? `${slugFrom(comment.name) || "reader"}@reader.example` : "", text: comment.text, token: issueFormToken(articleId, new Date(now.getTime() - 60_000)), website: "" },
    { actor, now },
  );
  if (!posted.ok) throw new Error(`A comment by ${comment.name}: ${posted.failure.message}`);
  return posted.value.commentId;
}

/** Brings a comment to its state as a moderator would; where the pipeline put it there already, nobody decides. */
async function decide(moderator: Actor, commentId: string, wanted: DemoComment, now: Date): Promise<void> {
  const [comment] = await appDatabase().select({ status: comments.status, revisionId: comments.currentRevisionId }).from(comments).where(eq(comments.id, commentId));
  if (!comment || wanted.state === comment.status) return;
  const decision = decisionFor(wanted);
  if (!decision) throw new Error(`A comment by ${wanted.name} was to be ${wanted.state}, and the pipeline made it ${comment.status}.`);
  const decided = await decideComment.execute({ commentId, decision, revisionId: comment.revisionId, status: comment.status, reason: wanted.reason ?? (decision === "reject" ? "other" : null), message: "" }, { actor: moderator, now });
  if (!decided.ok) throw new Error(`Deciding about a comment by ${wanted.name}: ${decided.failure.message}`);
  if (wanted.state !== "undone") return;
  const undone = await undoDecision.execute({ eventId: decided.value.eventId }, { actor: moderator, now: new Date(now.getTime() + 2_000) });
  if (!undone.ok) throw new Error(`Taking back a decision about a comment by ${wanted.name}: ${undone.failure.message}`);
}

/** What a moderator does to bring a comment there; null where only the pipeline can. */
function decisionFor({ state, reason }: DemoComment): Decision | null {
  switch (state) {
    case "held":
    case "published":
      return null;
    case "approved":
      return "approve";
    case "rejected":
      return "reject";
    case "spam":
      return "spam";
    case "undone":
      return reason ? "reject" : "approve";
  }
}
