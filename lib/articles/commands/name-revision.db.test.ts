import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, revisionNames, revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { keepRevision } from "@/lib/articles/commands/keep-revision";
import { nameRevision } from "@/lib/articles/commands/name-revision";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { revisionHistory } from "@/lib/articles/reads/desk";
import type { PersonActor } from "@/lib/core/actor";

useTestDatabase();

let editor: PersonActor;
let section: { id: string };

beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  section = await someSection();
});

const begun = async () => expectOk(await createArticle.execute({ content: someContent(section.id) }, { actor: editor })).id;
const keep = async (articleId: string, label: string) => expectOk(await keepRevision.execute({ articleId, label }, { actor: editor }));
const rewrite = async (articleId: string, headline: string) => expectOk(await rewriteWorkingCopy.execute({ articleId, content: someContent(section.id, { headline }) }, { actor: editor }));
const lines = async (articleId: string) => (await revisionHistory(editor, articleId)) ?? [];
const names = async (articleId: string) => (await lines(articleId)).map(({ seq, name }) => [seq, name]);
const named = async (articleId: string) => appDatabase().select({ name: revisionNames.name, seq: revisionNames.seq }).from(revisionNames).where(eq(revisionNames.articleId, articleId)).orderBy(revisionNames.seq);

/** A story with one version, kept without a name. */
async function withVersion() {
  const articleId = await begun();
  await keep(articleId, "");
  const revisionId = (await lines(articleId))[0]?.id ?? "";
  const name = (words: string, seen: number, actor = editor) => nameRevision.execute({ articleId, revisionId, name: words, seen }, { actor });
  return { articleId, revisionId, name };
}

describe("naming a version", () => {
  it("gives it a name, another one and none, keeps every name on record and the version as it was", async () => {
    const { articleId, revisionId, name } = await withVersion();
    const before = await appDatabase().select().from(revisions).where(eq(revisions.id, revisionId));
    expectOk(await name(" Before the lawyers ", 0));
    expect(await names(articleId)).toEqual([[1, "Before the lawyers"]]);
    expectOk(await name("After them", 1));
    expectOk(await name("", 2));
    expect(await names(articleId)).toEqual([[1, null]]);
    expect(await named(articleId)).toEqual([{ name: "Before the lawyers", seq: 1 }, { name: "After them", seq: 2 }, { name: null, seq: 3 }]);
    expect(await appDatabase().select().from(revisions).where(eq(revisions.id, revisionId))).toEqual(before);
    const told = await appDatabase().select({ data: events.data }).from(events).where(eq(events.name, "article.revision_named"));
    expect(told.map(({ data }) => data)).toContainEqual({ revisionId, seq: 1, name: "After them", before: "Before the lawyers" });
  });

  it("takes away the name under which it was kept", async () => {
    const articleId = await begun();
    await keep(articleId, "First");
    const revisionId = (await lines(articleId))[0]?.id ?? "";
    expectOk(await nameRevision.execute({ articleId, revisionId, name: "", seen: 0 }, { actor: editor }));
    expect(await names(articleId)).toEqual([[1, null]]);
  });

  it("writes nothing where the name stays the same", async () => {
    const { articleId, name } = await withVersion();
    expectOk(await name("Same", 0));
    expectOk(await name("Same", 1));
    expect(await named(articleId)).toHaveLength(1);
  });

  it("of two at once keeps the first and tells the other who it was", async () => {
    const { articleId, name } = await withVersion();
    const answers = await Promise.all([name("One", 0), name("Two", 0)]);
    const [refused] = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const [[, won] = []] = await names(articleId);
    expect(refused).toMatchObject({ code: "conflict", reason: "named_meanwhile", message: `Orla named this version “${won}” meanwhile. Nothing was changed.` });
    expect(await named(articleId)).toHaveLength(1);
  });

  it("is for those who may edit the story, and of its own versions", async () => {
    const { articleId, revisionId, name } = await withVersion();
    const stranger = await somebody("contributor", "Bea");
    expect((await name("Mine", 0, stranger)).ok).toBe(false);
    const other = await begun();
    expect(await nameRevision.execute({ articleId: other, revisionId, name: "Not there", seen: 0 }, { actor: editor })).toMatchObject({ ok: false, failure: { reason: "no_revision" } });
    expect(await nameRevision.execute({ articleId, revisionId, name: "x".repeat(121), seen: 0 }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "invalid" } });
    expect(await nameRevision.execute({ articleId, revisionId, name: "x", seen: 0, kind: "publish" }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "invalid" } });
    expect(await named(articleId)).toEqual([]);
  });
});

describe("keeping a version where nothing changed", () => {
  it("names the last one in its place, and says what it was called before", async () => {
    const { articleId } = await withVersion();
    expect(await keep(articleId, "Before the lawyers")).toEqual({ seq: 1, isNew: false, before: null });
    expect(await keep(articleId, "After them")).toEqual({ seq: 1, isNew: false, before: "Before the lawyers" });
    expect(await keep(articleId, "After them")).toEqual({ seq: 1, isNew: false, before: "After them" });
    expect(await keep(articleId, "")).toEqual({ seq: null, isNew: false, before: null });
    expect(await names(articleId)).toEqual([[1, "After them"]]);
    expect(await named(articleId)).toHaveLength(2);
  });

  it("keeps a new one as soon as something did", async () => {
    const { articleId } = await withVersion();
    await rewrite(articleId, "Second thoughts");
    expect(await keep(articleId, "Second")).toEqual({ seq: 2, isNew: true, before: null });
    expect(await names(articleId)).toEqual([[2, "Second"], [1, null]]);
  });
});
