import { and, eq, exists, inArray, or, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { noteMentions, noteMessages, noteThreads } from "@/db/schema";
import type { NoteAudience } from "@/db/vocabulary";
import { articleEdit, type OwnedArticle } from "@/lib/articles/abilities";
import type { Actor } from "@/lib/core/actor";
import { type Ability, may, nothing } from "@/lib/policy/ability";

/** A thread with what decides who may read it: its story, and who has to do with it. */
export type GuardedNote = { article: OwnedArticle; audience: NoteAudience; blocking: boolean; createdBy: string; assigneeId: string | null; mentioned: readonly string[] };

const takesPart = (actor: Actor, note: GuardedNote) => actor.kind === "person" && (note.createdBy === actor.personId || note.assigneeId === actor.personId || note.mentioned.includes(actor.personId));

/** Whether the actor belongs to an audience, whatever the note. */
const isAmong = (actor: Actor, audience: NoteAudience) => audience === "newsroom" || may(actor, audience === "desk" ? "note.desk" : "note.legal");

/** Writing a note on a story: whoever may open it. */
export const noteAdd: Ability<OwnedArticle> = { ...articleEdit, name: "note.add" };

/** Reading and answering a note, and saying who should see to it: of the audience, or one who has to do with it. `where` asks of threads of stories that the actor may open. */
export const noteRead: Ability<GuardedNote> = {
  name: "note.read",
  check: (actor, note) => articleEdit.check(actor, note.article) && (isAmong(actor, note.audience) || takesPart(actor, note)),
  where(actor) {
    if (actor.kind === "visitor") return nothing;
    const audiences = (["newsroom", "desk", "legal"] as const).filter((audience) => isAmong(actor, audience));
    if (audiences.length === 3 || actor.kind !== "person") return undefined;
    const named = appDatabase()
      .select({ one: sql`1` })
      .from(noteMentions)
      .innerJoin(noteMessages, eq(noteMessages.id, noteMentions.messageId))
      .where(and(eq(noteMessages.threadId, noteThreads.id), eq(noteMentions.personId, actor.personId)));
    return or(inArray(noteThreads.audience, audiences), eq(noteThreads.createdBy, actor.personId), eq(noteThreads.assigneeId, actor.personId), exists(named));
  },
};

/** Resolving and reopening it, and who may read it. One that stops publishing: whoever wrote it or was given it, and the desk; not everybody whom it stops. */
export const noteResolve: Ability<GuardedNote> = {
  name: "note.resolve",
  check: (actor, note) => noteRead.check(actor, note) && (!note.blocking || may(actor, "note.desk") || (actor.kind === "person" && (note.createdBy === actor.personId || note.assigneeId === actor.personId))),
  where: () => nothing,
};
