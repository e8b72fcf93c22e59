import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { proposals } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { committedContent, committedCopy } from "@/lib/articles/update-log";
import type { PersonActor } from "@/lib/core/actor";
import { proposeWork } from "@/lib/proposals/commands/propose-work";
import { decideRest } from "@/lib/proposals/commands/decide-proposal";
import { proposalView } from "@/lib/proposals/reads/proposals";

useTestDatabase();

const name = "w".repeat(43);

async function someStory(actor: PersonActor): Promise<string> {
  return expectOk(await createArticle.execute({ content: someContent((await someSection()).id, { headline: "Ferry", slug: `s-${Math.random().toString(36).slice(2)}` }) }, { actor })).id;
}

/** A document of the story with words typed in it that have not gone up: all of it, and these words alone. */
async function typed(articleId: string, write: (doc: Y.Doc) => void): Promise<{ update: Uint8Array; all: Uint8Array }> {
  const { doc } = await committedCopy(appDatabase(), articleId);
  const before = Y.encodeStateVector(doc);
  write(doc);
  return { update: Y.encodeStateAsUpdate(doc, before), all: Y.encodeStateAsUpdate(doc) };
}

const about = (articleId: string, update: Uint8Array, more: object = {}) => ({ articleId, update, work: name, whole: false, reason: "published", since: "2026-11-26T09:00:00.000Z", ...more });
const rewrite = async (articleId: string, actor: PersonActor, headline: string) => expectOk(await rewriteWorkingCopy.execute({ articleId, content: { ...(await committedContent(appDatabase(), articleId)), headline } }, { actor }));

it("work that lay aside is a proposal at once, held against the story as it stands, which colleagues answer; the story itself stays as it is until then", async () => {
  const [ines, orla] = [await somebody("editor", "Ines"), await somebody("editor", "Orla")];
  const articleId = await someStory(ines);
  const { update } = await typed(articleId, (doc) => doc.getText("standfirst").insert(0, "Tonight. "));
  await rewrite(articleId, orla, "Night ferry");
  const { id } = expectOk(await proposeWork.execute(about(articleId, update), { actor: ines }));
  expect(await committedContent(appDatabase(), articleId)).toMatchObject({ headline: "Night ferry", standfirst: "It sails." });
  const view = (await proposalView(orla, articleId, id)) ?? expect.unreachable();
  expect(view).toMatchObject({ line: { by: "Ines", state: "sent", word: "Written on a device without a line, begun on 2026-11-26. Meanwhile another version of the story went public." }, can: { decide: true } });
  expect([...view.hunks.values()]).toMatchObject([{ part: "field:standfirst", standing: "fits" }]);
  expectOk(await decideRest.execute({ articleId, proposalId: id, read: view.read, verdict: "taken" }, { actor: orla }));
  expect(await committedContent(appDatabase(), articleId)).toMatchObject({ headline: "Night ferry", standfirst: "Tonight. It sails." });
});

it("the same work makes one proposal, asked for twice at once or a week after the answer was lost; other work and another person make others", async () => {
  const [ines, orla] = [await somebody("editor"), await somebody("editor")];
  const articleId = await someStory(ines);
  const { update } = await typed(articleId, (doc) => doc.getText("headline").insert(0, "Night "));
  const twice = await Promise.all([proposeWork.execute(about(articleId, update), { actor: ines }), proposeWork.execute(about(articleId, update), { actor: ines })]);
  const [first, second] = twice.map((one) => expectOk(one));
  expect(second?.id).toBe(first?.id);
  expect(twice.map((one) => expectOk(one).isNew).sort()).toEqual([false, true]);
  await rewrite(articleId, orla, "Nothing of it is here");
  expect(expectOk(await proposeWork.execute(about(articleId, update), { actor: ines }))).toEqual({ id: first?.id, isNew: false });
  const others = [expectOk(await proposeWork.execute(about(articleId, update, { work: "v".repeat(43) }), { actor: ines })), expectOk(await proposeWork.execute(about(articleId, update), { actor: orla }))];
  expect(new Set([first?.id, ...others.map(({ id }) => id)]).size).toBe(3);
  expect(await appDatabase().select().from(proposals).where(eq(proposals.articleId, articleId))).toHaveLength(3);
});

it("a whole document whose base nobody knows is held against what readers see, or where they see nothing against the story as it stands", async () => {
  const ines = await somebody("editor");
  const articleId = await someStory(ines);
  const { all } = await typed(articleId, (doc) => doc.getText("headline").insert(0, "Night "));
  const early = expectOk(await proposeWork.execute(about(articleId, all, { whole: true, reason: "epoch" }), { actor: ines }));
  expect((await proposalView(ines, articleId, early.id))?.contents.before).toMatchObject({ headline: "Ferry" });
  expectOk(await publishArticle.execute({ articleId, version: 1 }, { actor: ines }));
  await rewrite(articleId, ines, "Not public yet");
  const late = expectOk(await proposeWork.execute(about(articleId, all, { whole: true, reason: "epoch", work: "v".repeat(43) }), { actor: ines }));
  expect((await proposalView(ines, articleId, late.id))?.contents).toMatchObject({ before: { headline: "Ferry" }, after: { headline: "Night Ferry" } });
});

it("what is no story, leans on what is missing, changes nothing, or is of a story that is not hers, makes no proposal", async () => {
  const [ines, ana] = [await somebody("editor"), await somebody("author")];
  const articleId = await someStory(ines);
  const why = async (update: Uint8Array, actor = ines, more: object = {}) => failureOf(await proposeWork.execute(about(articleId, update, more), { actor }))?.reason;
  const { update, all } = await typed(articleId, (doc) => doc.getText("headline").insert(0, "Night "));
  expect(await why(update, ana)).toBe("not_allowed");
  expect(await why(new Uint8Array([1, 2, 3]))).toBe("not_a_story");
  expect(await why((await typed(articleId, (doc) => doc.getMap("settings").set("malice", "yes"))).update)).toBe("not_a_story");
  expect(await why((await typed(articleId, () => undefined)).all)).toBe("nothing_changed");
  const other = new Y.Doc();
  Y.applyUpdate(other, all);
  const before = Y.encodeStateVector(other);
  other.getText("headline").insert(0, "Later ");
  expect(await why(Y.encodeStateAsUpdate(other, before))).toBe("incomplete_work");
  expect(await why(update, ines, { work: "short" })).toBe("invalid_input");
  expect(await appDatabase().select().from(proposals).where(eq(proposals.articleId, articleId))).toEqual([]);
});
