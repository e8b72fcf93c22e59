import { asc, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { comments } from "@/db/schema";
import { issueFormToken } from "@/lib/comments/form-token";
import { postComment } from "@/lib/comments/commands/post-comment";
import { type Actor, systemActor } from "@/lib/core/actor";
import type { DemoWorld } from "@/lib/imports/demo/load";
import type { DemoComment, DemoStory } from "@/lib/imports/demo/read-story";
import { slugFrom } from "@/lib/kernel/slug";
import { decideComment } from "@/lib/moderation/commands/decide";

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
    if (comment.level === 0) root = comment.state === "approved" ? commentId : null;
    last = comment.state === "approved" ? commentId : last;
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

async function decide(moderator: Actor, commentId: string, wanted: DemoComment, now: Date): Promise<void> {
  const [comment] = await appDatabase().select({ status: comments.status, revisionId: comments.currentRevisionId }).from(comments).where(eq(comments.id, commentId)).orderBy(asc(comments.id));
  if (!comment || wanted.state === "held" || wanted.state === comment.status) return;
  const decision = wanted.state === "approved" ? "approve" : wanted.state === "rejected" ? "reject" : "spam";
  const result = await decideComment.execute({ commentId, decision, revisionId: comment.revisionId, status: comment.status, reason: wanted.reason ?? (decision === "reject" ? "other" : null), message: "" }, { actor: moderator, now });
  if (!result.ok) throw new Error(`Deciding about a comment by ${wanted.name}: ${result.failure.message}`);
}
