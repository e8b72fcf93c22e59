import { eq, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { comments, people } from "@/db/schema";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { type PostedComment, postComment } from "@/lib/comments/commands/post-comment";
import type { Decision } from "@/lib/comments/comment";
import { issueFormToken } from "@/lib/comments/form-token";
import { commentSettings } from "@/lib/comments/settings";
import type { Actor, PersonActor } from "@/lib/core/actor";
import { decideComment } from "@/lib/moderation/commands/decide";

let number = 0;

/** A public story under which readers may talk. */
export async function storyToTalkAbout(editor: Actor): Promise<string> {
  const section = await someSection();
  const { id } = expectOk(await createArticle.execute({ content: someContent(section.id) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
  return id;
}

/** What somebody says under a story: staff at once, others as the pipeline decides. */
export async function said(articleId: string, actor: Actor, changes: Record<string, unknown> = {}): Promise<PostedComment> {
  number += 1;
  const form = { articleId, parentId: null, name: "Hanne Vold", email: `hanne${number}@reader.example`, text: `Remark number ${number}.`, token: issueFormToken(articleId, new Date(Date.now() - 10_000)), website: "", ...changes };
  return expectOk(await postComment.execute(form, { actor }));
}

/** A comment's row as it is now. */
export async function commentNow(commentId: string) {
  const [row] = await appDatabase().select().from(comments).where(eq(comments.id, commentId));
  if (!row) throw new Error("There is no such comment.");
  return row;
}

/** A comment as a moderator sees it now. */
export async function cardOf(commentId: string) {
  const { currentRevisionId, status } = await commentNow(commentId);
  return { commentId, revisionId: currentRevisionId, status };
}

/** Decides about a comment as it is now. */
export async function decideNow(commentId: string, decision: Decision, actor: Actor) {
  return decideComment.execute({ ...(await cardOf(commentId)), decision, reason: decision === "reject" ? "off_topic" : null, message: "" }, { actor });
}

/** A reader whose comments are shown at once: readers have seen as many of hers, and for as long, as the first level of trust asks for. */
export async function readerKnownTo({ editor, moderator }: { editor: PersonActor; moderator: PersonActor }, name?: string): Promise<PersonActor> {
  const reader = await somebody("reader", name);
  const story = await storyToTalkAbout(editor);
  const { shownHours, levels } = commentSettings.trust;
  for (let index = 0; index < levels[1].shown; index++) expectOk(await decideNow((await said(story, reader)).commentId, "approve", moderator));
  await longAgo(reader, shownHours);
  await appDatabase().update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.id, reader.personId));
  return reader;
}

/** Lets hours pass since everything that somebody said so far. */
export async function longAgo({ personId }: PersonActor, hours: number): Promise<void> {
  await appDatabase().execute(sql`update comments set created_at = created_at - make_interval(hours => ${hours}), decided_at = decided_at - make_interval(hours => ${hours}) where author_id = ${personId}`);
}

/** A comment that is public though no moderator read it. */
export async function published(articleId: string, reader: PersonActor): Promise<string> {
  const { commentId, status } = await said(articleId, reader);
  if (status !== "published") throw new Error(`This comment is ${status}.`);
  return commentId;
}
