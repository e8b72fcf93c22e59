import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { noteMessages } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { roles } from "@/db/vocabulary";
import { createArticle } from "@/lib/articles/commands/create-article";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";
import { addNote } from "@/lib/notes/commands/add-note";
import { permissionTable } from "@/lib/policy/permission-table";
import { startCopy } from "@/lib/proposals/commands/start-copy";
import { articleVerbs } from "@/lib/web/article-verbs";

useTestDatabase();

const prefix = "/api/v1/articles/[id]/";
const doorOf = (verb: string) => permissionTable.find((door) => door.kind === "route" && door.surface === prefix + verb);
/** Beside the story and its version, what each verb wants to know. */
const more: Record<string, object> = {
  update: { kind: "update", note: "" },
  correct: { kind: "correction", note: "It was 312." },
  unpublish: { reason: "Legal" },
  schedule: { at: "2099-01-01T09:00:00Z" },
  embargo: { until: "2099-01-01T09:00:00Z" },
  devices: { allowed: false },
  "hand-in": { note: "" },
  "send-back": { reason: "The second count is missing." },
  keep: { label: "" },
  restore: { revisionId: newId() },
  series: { seriesId: null },
  related: { related: [], seen: [] },
  translation: { otherId: null },
};
/** What is done with a note, or with notes, of the story. */
const ofNotes: Record<string, (noteId: string, messageId: string) => object> = {
  "add-note": () => ({ anchor: { kind: "story" }, body: "Who counted?" }),
  "answer-note": (noteId) => ({ noteId, body: "The harbour." }),
  "edit-note": (noteId, messageId) => ({ noteId, messageId, body: "Who has counted?" }),
  "change-note": (noteId) => ({ noteId, blocking: true }),
  "resolve-note": (noteId) => ({ noteId }),
  "reopen-note": (noteId) => ({ noteId }),
  "move-note": (noteId) => ({ noteId, anchor: { kind: "story" } }),
  "see-notes": (noteId) => ({ noteIds: [noteId] }),
  "settle-suggestion": (noteId) => ({ noteId, verdict: "dismissed" }),
};
const versionless = ["send-proposal", "devices", "keep", "restore", "series", "related", "translation", ...Object.keys(ofNotes)];

async function someNote(articleId: string, actor: Actor) {
  const added = await addNote.execute({ articleId, anchor: { kind: "story" }, body: "Who counted?" }, { actor });
  if (!added.ok) throw new Error(added.failure.message);
  const [message] = await appDatabase().select({ id: noteMessages.id }).from(noteMessages).where(eq(noteMessages.threadId, added.value.id));
  return { id: added.value.id, messageId: message?.id ?? "" };
}

let sectionId: string;
beforeAll(async () => {
  sectionId = (await someSection()).id;
});

async function someCopy(articleId: string, actor: Actor): Promise<string> {
  const begun = await startCopy.execute({ articleId }, { actor });
  if (!begun.ok) throw new Error(begun.failure.message);
  return begun.value.id;
}

/** Routes of a story that only read: no command stands behind them. */
const notVerbs = ["state", "check-links", "device-copy", "compare-copy", "propose-work", "notes"];

it("every verb over the wire has a line of its own in the permission table, with the ability that its command asks", () => {
  const lines = permissionTable.filter((door) => door.kind === "route" && door.surface.startsWith(prefix) && !notVerbs.includes(door.surface.slice(prefix.length)));
  expect(lines.map((door) => [door.surface.slice(prefix.length), door.ability]).sort()).toEqual(Object.entries(articleVerbs).map(([verb, command]) => [verb, command.ability]).sort());
});

describe.each(Object.entries(articleVerbs))("%s", (verb, command) => {
  it.each(["visitor", ...roles] as const)("as %s, of one's own story: the verdict of the table", async (who) => {
    const actor: Actor = who === "visitor" ? { kind: "visitor", network: "n" } : await somebody(who);
    const writes = who !== "visitor" && who !== "reader" && who !== "moderator";
    const owner = writes ? actor : await somebody("editor");
    const created = await createArticle.execute({ content: someContent(sectionId) }, { actor: owner });
    if (!created.ok) throw new Error(created.failure.message);
    const note = ofNotes[verb] ? await someNote(created.value.id, owner) : null;
    const copy = verb === "send-proposal" ? { proposalId: await someCopy(created.value.id, owner), word: "Shorter" } : {};
    const result = await command.execute({ articleId: created.value.id, ...copy, ...(versionless.includes(verb) ? {} : { version: 1 }), ...more[verb], ...(note ? ofNotes[verb]?.(note.id, note.messageId) : {}) }, { actor });
    const refusal = result.ok ? null : result.failure;
    expect(refusal?.code, JSON.stringify(refusal)).not.toBe("invalid");
    expect(!["forbidden", "unauthenticated"].includes(refusal?.code ?? ""), JSON.stringify(refusal)).toBe(doorOf(verb)?.may.includes(who));
  });
});
