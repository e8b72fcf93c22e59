import { arrayContains, eq, or } from "drizzle-orm";
import { articles } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { type Ability, byRole, may, nothing } from "@/lib/policy/ability";

/** What decides whose story it is: who began it, and who signs it. */
export type OwnedArticle = { createdBy: string; draftPeople: string[] };

const isOwn = (actor: Actor, row: OwnedArticle) => actor.kind === "person" && (row.createdBy === actor.personId || row.draftPeople.includes(actor.personId));

const whereOwn = (actor: Actor) => (actor.kind === "person" ? or(eq(articles.createdBy, actor.personId), arrayContains(articles.draftPeople, [actor.personId])) : nothing);

/** Starting a story. */
export const articleCreate = byRole("article.create", "article.create");

/** Seeing and writing in the working copy, its history and its previews. */
export const articleEdit: Ability<OwnedArticle> = {
  name: "article.edit",
  check: (actor, row) => may(actor, "article.edit_any") || (may(actor, "article.edit_own") && isOwn(actor, row)),
  where: (actor) => (may(actor, "article.edit_any") ? undefined : may(actor, "article.edit_own") ? whereOwn(actor) : nothing),
};

/** Everything that readers notice: publish, schedule, embargo, update, correct, unpublish. */
export const articlePublish: Ability<OwnedArticle> = {
  name: "article.publish",
  check: (actor, row) => may(actor, "article.publish_any") || (may(actor, "article.publish_own") && isOwn(actor, row)),
  where: (actor) => (may(actor, "article.publish_any") ? undefined : may(actor, "article.publish_own") ? whereOwn(actor) : nothing),
};

/** Sending a handed-in story back: the desk's decision, never the writer's own. */
export const articleSendBack = byRole("article.send_back", "article.publish_any");
