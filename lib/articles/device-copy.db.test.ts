import { expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { leaveUnsound, quotationOfTwo } from "@/db/testing/unsound-copy";
import { changeDeviceCopies } from "@/lib/articles/commands/change-device-copies";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { DeviceCopyInput } from "@/lib/articles/device-copy";
import { deviceCopy } from "@/lib/articles/reads/device-copy";
import { storyState } from "@/lib/articles/reads/desk";
import { committedCopy } from "@/lib/articles/update-log";
import { workBesideStory } from "@/lib/comparison/reads/work-beside-story";
import type { StoryContent } from "@/lib/content/document";
import type { PersonActor } from "@/lib/core/actor";
import { changeDevices } from "@/lib/settings/commands/change-devices";

useTestDatabase();

const [laptop, phone] = ["l".repeat(22), "p".repeat(22)];

async function someStory(actor: PersonActor): Promise<string> {
  const made = await createArticle.execute({ content: someContent((await someSection()).id) }, { actor });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.id;
}

it("the key is the same for one person on one device, another for anybody and anything else, and nobody gets one for a story that is not hers", async () => {
  const [editor, other, author] = [await somebody("editor"), await somebody("editor"), await somebody("author")];
  const id = await someStory(editor);
  const keyOf = async (actor: PersonActor, device: string) => (await deviceCopy(actor, id, { device, kept: [] }))?.key;
  const key = await keyOf(editor, laptop);
  expect(Buffer.from(key ?? "", "base64")).toHaveLength(32);
  expect(await keyOf(editor, laptop)).toBe(key);
  expect(new Set([key, await keyOf(editor, phone), await keyOf(other, laptop)]).size).toBe(3);
  expect(await deviceCopy(author, id, { device: laptop, kept: [] })).toBeNull();
});

it("says which version is public, so that a device knows what happened meanwhile", async () => {
  const editor = await somebody("editor");
  const id = await someStory(editor);
  expect(await deviceCopy(editor, id, { device: laptop, kept: [] })).toMatchObject({ published: null, epoch: 1 });
  const state = await storyState(editor, id);
  expect(await publishArticle.execute({ articleId: id, version: state?.version ?? 0 }, { actor: editor })).toMatchObject({ ok: true });
  expect((await deviceCopy(editor, id, { device: laptop, kept: [] }))?.published).toMatch(/^[0-9a-f-]{36}$/);
});

it("a story that is kept off devices gets no key, and whoever keeps it is told to drop it, from whichever story she asks", async () => {
  const editor = await somebody("editor");
  const [sensitive, plain] = [await someStory(editor), await someStory(editor)];
  const ask = (id: string) => deviceCopy(editor, id, { device: laptop, kept: [sensitive, plain] });
  expect(await changeDeviceCopies.execute({ articleId: sensitive, allowed: false }, { actor: editor })).toMatchObject({ ok: true });
  expect(await ask(sensitive)).toMatchObject({ key: null, drop: [sensitive] });
  expect(await ask(plain)).toMatchObject({ key: expect.any(String), drop: [sensitive] });
  expect((await storyState(editor, sensitive))?.keptOffDevices).toBe(true);
  expect(await changeDeviceCopies.execute({ articleId: sensitive, allowed: true }, { actor: editor })).toMatchObject({ ok: true });
  expect(await ask(sensitive)).toMatchObject({ key: expect.any(String), drop: [] });
});

it("what a person may no longer edit is dropped", async () => {
  const [author, other] = [await somebody("author"), await somebody("author")];
  const [own, foreign] = [await someStory(author), await someStory(other)];
  expect((await deviceCopy(author, own, { device: laptop, kept: [own, foreign] }))?.drop).toEqual([foreign]);
});

it("an administrator forbids copies for the whole paper; whoever saw an older switch is told", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  const id = await someStory(editor);
  expect(await changeDevices.execute({ seen: 0, keep: false }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeDevices.execute({ seen: 0, keep: false }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await deviceCopy(editor, id, { device: laptop, kept: [id] })).toMatchObject({ key: null, drop: [id] });
  expect(await changeDevices.execute({ seen: 0, keep: true }, { actor: administrator })).toMatchObject({ ok: false, failure: { reason: "changed_meanwhile", current: 1 } });
  expect(await changeDevices.execute({ seen: 1, keep: true }, { actor: administrator })).toMatchObject({ ok: true });
  expect((await deviceCopy(editor, id, { device: laptop, kept: [id] }))?.key).toEqual(expect.any(String));
});

it("work that lies aside is shown beside the story: what it would change, in words, and nothing of it is kept", async () => {
  const [editor, author] = [await somebody("editor"), await somebody("author")];
  const id = await someStory(editor);
  const { doc } = await committedCopy(appDatabase(), id);
  const before = Y.encodeStateVector(doc);
  doc.getText("headline").insert(0, "Night: ");
  const update = Y.encodeStateAsUpdate(doc, before);
  const work = await workBesideStory(editor, id, update, false);
  expect(work).toMatchObject({ ok: true, value: { language: "en", changes: [{ where: "Headline", lines: [expect.arrayContaining([expect.objectContaining({ kind: "inserted", text: expect.stringContaining("Night") })])] }] } });
  expect(await workBesideStory(editor, id, Y.encodeStateAsUpdate(doc), true)).toMatchObject({ ok: true, value: { changes: [{ where: "Headline" }] } });
  // The letters on which these lean are missing: nothing of them could be seen.
  const leaning = Y.encodeStateVector(doc);
  doc.getText("headline").insert(7, "on the quay ");
  expect(await workBesideStory(editor, id, Y.encodeStateAsUpdate(doc, leaning), false)).toMatchObject({ ok: false, failure: { code: "invalid", reason: "incomplete_work" } });
  expect(await workBesideStory(editor, id, new Uint8Array([9, 9, 9]), false)).toMatchObject({ ok: false, failure: { code: "invalid" } });
  expect(await workBesideStory(author, id, update, false)).toBeNull();
  expect((await committedCopy(appDatabase(), id)).doc.getText("headline").toString()).not.toContain("Night");
});

it("work is shown beside a story that two processes left unsound, as beside any other", async () => {
  const editor = await somebody("editor");
  const id = expectOk(await createArticle.execute({ content: someContent((await someSection()).id, { body: { type: "doc", content: [quotationOfTwo, { type: "paragraph" }] } as StoryContent["body"] }) }, { actor: editor })).id;
  const { doc } = await committedCopy(appDatabase(), id);
  const before = Y.encodeStateVector(doc);
  doc.getText("headline").insert(0, "Night: ");
  await leaveUnsound(id, editor.personId);
  expect(await workBesideStory(editor, id, Y.encodeStateAsUpdate(doc, before), false)).toMatchObject({ ok: true, value: { changes: [{ where: "Headline" }] } });
});

it.each([{}, { device: "short", kept: [] }, { device: laptop, kept: ["x"] }, { device: laptop, kept: [], person: "y" }])("%j is not what a browser says of itself", (said) => {
  expect(DeviceCopyInput.safeParse(said).success).toBe(false);
});
