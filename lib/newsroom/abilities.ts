import { and, eq, or } from "drizzle-orm";
import { commentUses } from "@/db/schema";
import type { UseKind } from "@/db/vocabulary";
import { articleEdit, type OwnedArticle } from "@/lib/articles/abilities";
import { type Ability, byRole, may, nothing, ofEverybody } from "@/lib/policy/ability";

/** A use, with the story under which the comment stands. */
export type UseRow = { kind: UseKind; article: OwnedArticle };

/** Marking a comment for the newsroom: whoever moderates. */
export const useMark = byRole("comment_use.mark", "comment.moderate");

/** Seeing what the newsroom makes of comments. Whoever moderates sees all; else leads for those who follow them, and the error reports of stories that one may write in. The list's condition joins the story. */
export const useSee: Ability<UseRow> = {
  name: "comment_use.see",
  check: (actor, row) => may(actor, "comment.moderate") || useHandle.check(actor, row),
  where: (actor) => {
    if (may(actor, "comment.moderate")) return undefined;
    const ofOwn = articleEdit.where(actor);
    return or(may(actor, "lead.follow") ? eq(commentUses.kind, "lead") : nothing, and(eq(commentUses.kind, "correction"), ofOwn)) ?? nothing;
  },
};

/** Seeing to it: letters are the desk's, leads of those who follow them, and an error report is of whoever may write in its story. */
export const useHandle: Ability<UseRow> = {
  name: "comment_use.handle",
  check: (actor, { kind, article }) => (kind === "letter" ? may(actor, "article.edit_any") : kind === "lead" ? may(actor, "lead.follow") : articleEdit.check(actor, article)),
  where: () => nothing,
};

/** Answering what one is asked: whoever has the link, the key of her comment, or the account that wrote it; the command finds nothing for others. */
export const useAnswer = ofEverybody("comment_use.answer");

/** Forgetting what is over: the program itself. */
export const useForget: Ability<unknown> = { name: "comment_use.forget", check: (actor) => actor.kind === "system", where: () => nothing };
