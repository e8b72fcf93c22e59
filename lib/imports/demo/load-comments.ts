import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { comments } from "@/db/schema";
import { decided, type Decision } from "@/lib/comments/comment";
import { issueFormToken } from "@/lib/comments/form-token";
import { postComment } from "@/lib/comments/commands/post-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { type Actor, systemActor } from "@/lib/core/actor";
import type { DemoWorld } from "@/lib/imports/demo/load";
import type { DemoComment, DemoStory } from "@/lib/imports/demo/read-story";
import { slugFrom } from "@/lib/kernel/slug";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";

type Posted = { wanted: DemoComment; commentId: string; key: string };

/** What readers said under one story, decided as a moderator would have. */
export async function loadComments(world: DemoWorld, story: DemoStory, articleId: string): Promise<void> {
  if (story.published === null || story.state.kind !== "live") return;
  const moderator = ofTheStaff(world, "Maud Pettersen");
  const posted: Posted[] = [];
  let root: string | null = null;
  let last: string | null = null;
  let lastAt = world.start;
  for (const [index, comment] of story.comments.entries()) {
    const at = new Date(Math.min(world.start.getTime() + story.published + comment.after, world.start.getTime() - (story.comments.length - index) * 20_000));
    const parentId = comment.level === 0 ? null : comment.level === 1 ? root : (last ?? root);
    const { commentId, key } = await post(world, articleId, comment, parentId, at);
    posted.push({ wanted: comment, commentId, key });
    const stands = decisionFor(comment) === "approve" || comment.state === "published";
    if (comment.level === 0) root = stands ? commentId : null;
    last = stands ? commentId : last;
    lastAt = at;
    await decide(moderator, commentId, comment, new Date(at.getTime() + 4 * 60_000 < world.start.getTime() ? at.getTime() + 4 * 60_000 : at.getTime() + 5_000));
  }
  for (const one of posted) await takeDown(world, one, new Date(Math.min(lastAt.getTime() + 30 * 60_000, world.start.getTime() - 5_000)));
}

function ofTheStaff(world: DemoWorld, name: string): Actor {
  const actor = world.actors.get(name);
  if (!actor) throw new Error(`The demo newsroom has no ${name}.`);
  return actor;
}

const commenter = (world: DemoWorld, name: string): Actor => world.actors.get(name) ?? systemActor("The demo newsroom");

async function post(world: DemoWorld, articleId: string, comment: DemoComment, parentId: string | null, now: Date): Promise<{ commentId: string; key: string }> {
  const actor = commenter(world, comment.name);
  const guest = actor.kind !== "person";
  const posted = await postComment.execute(
    { articleId, parentId, name: guest ? comment.name : "", email: guest ? `${slugFrom(comment.name) || "reader"}@reader.example` : "", text: comment.text, token: issueFormToken(articleId, new Date(now.getTime() - 60_000)), website: "" },
    { actor, now },
  );
  if (!posted.ok) throw new Error(`A comment by ${comment.name}: ${posted.failure.message}`);
  return posted.value;
}

async function asItStands(commentId: string) {
  const [comment] = await appDatabase().select({ status: comments.status, revisionId: comments.currentRevisionId }).from(comments).where(eq(comments.id, commentId));
  if (!comment) throw new Error(`The comment ${commentId} is not there.`);
  return { commentId, ...comment };
}

/** Brings a comment to its state as a moderator would; where the pipeline put it there already, nobody decides. */
async function decide(moderator: Actor, commentId: string, wanted: DemoComment, now: Date): Promise<void> {
  const seen = await asItStands(commentId);
  const decision = decisionFor(wanted);
  if (seen.status === (decision && wanted.state !== "undone" ? decided[decision] : wanted.state)) return;
  if (!decision) throw new Error(`A comment by ${wanted.name} was to be ${wanted.state}, and the pipeline made it ${seen.status}.`);
  const made = await decideComment.execute({ ...seen, decision, reason: wanted.reason ?? (decision === "reject" ? "other" : null), message: "" }, { actor: moderator, now });
  if (!made.ok) throw new Error(`Deciding about a comment by ${wanted.name}: ${made.failure.message}`);
  if (wanted.state !== "undone") return;
  const undone = await undoDecision.execute({ eventId: made.value.eventId }, { actor: moderator, now: new Date(now.getTime() + 2_000) });
  if (!undone.ok) throw new Error(`Taking back a decision about a comment by ${wanted.name}: ${undone.failure.message}`);
}

/** What a moderator does first to bring a comment there; null where only the pipeline can. */
function decisionFor({ state, reason }: DemoComment): Decision | null {
  switch (state) {
    case "held":
    case "published":
      return null;
    case "approved":
    case "hidden":
    case "withdrawn":
    case "purged":
      return "approve";
    case "rejected":
      return "reject";
    case "spam":
      return "spam";
    case "undone":
      return reason ? "reject" : "approve";
  }
}

/** Takes what was approved and answered from the page again, as a moderator, its author or the administrator would. */
async function takeDown(world: DemoWorld, { wanted, commentId, key }: Posted, now: Date): Promise<void> {
  const taken = async () => {
    if (wanted.state === "hidden") return decideComment.execute({ ...(await asItStands(commentId)), decision: "hide", reason: null, message: "" }, { actor: ofTheStaff(world, "Maud Pettersen"), now });
    if (wanted.state === "withdrawn") return withdrawComment.execute({ key }, { actor: commenter(world, wanted.name), now });
    return wanted.state === "purged" ? purgeComment.execute(await asItStands(commentId), { actor: ofTheStaff(world, "Wim Castell"), now }) : null;
  };
  const result = await taken();
  if (result && !result.ok) throw new Error(`A comment by ${wanted.name} was to be ${wanted.state}: ${result.failure.message}`);
}
