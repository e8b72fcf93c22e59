import { and, asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, pageRevisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import type { PersonActor } from "@/lib/core/actor";
import { createPage } from "@/lib/pages/commands/create-page";
import { deletePage } from "@/lib/pages/commands/delete-page";
import { movePage } from "@/lib/pages/commands/move-page";
import { publishPage, withdrawPage } from "@/lib/pages/commands/publish-page";
import { bringBackPage, rewritePage } from "@/lib/pages/commands/rewrite-page";
import { pageList, pageVersion, pageWorkingCopy } from "@/lib/pages/reads/page-list";
import { pageAt } from "@/lib/pages/reads/public-page";
import { paperFrame } from "@/lib/settings/reads/paper-frame";

useTestDatabase();

let wim: PersonActor;
let orla: PersonActor;
const begin = async (title: string, changes: Record<string, unknown> = {}) => expectOk(await createPage.execute({ title, slug: "", purpose: "plain", ...changes }, { actor: wim }));
const write = (pageId: string, seq: number, changes: Record<string, unknown> = {}, actor = wim) => rewritePage.execute({ pageId, seq, title: "About us", slug: "", purpose: "plain", typed: "We write.", ...changes }, { actor });
const publish = (pageId: string, seq: number, actor = wim) => publishPage.execute({ pageId, seq }, { actor });
const inFoot = async () => (await paperFrame()).pages.map((page) => page.slug);
const happened = async (id: string) => (await appDatabase().select({ name: events.name }).from(events).where(and(eq(events.subjectType, "page"), eq(events.subjectId, id))).orderBy(asc(events.id))).map((event) => event.name);

beforeAll(async () => {
  wim = await somebody("administrator", "Wim");
  orla = await somebody("editor", "Orla");
});

describe("a page of the paper about itself", () => {
  it("is nowhere before it is published, then as it was published, whatever is saved afterwards", async () => {
    const { id, slug } = await begin("About us");
    expect([slug, await pageAt(slug), await inFoot()]).toEqual(["about-us", { found: "nothing" }, []]);
    expect(failureOf(await publish(id, 1))).toMatchObject({ reason: "empty" });
    expect(expectOk(await write(id, 1))).toEqual({ seq: 2 });
    expectOk(await publish(id, 2));
    expect(await pageAt(slug)).toMatchObject({ found: "here", page: { title: "About us", body: { content: [{ type: "paragraph", content: [{ text: "We write." }] }] } } });
    expectOk(await write(id, 2, { title: "About all of us", typed: "We write and print." }));
    expect(await pageAt(slug)).toMatchObject({ found: "here", page: { title: "About us" } });
    expect((await pageList(wim))?.find((page) => page.id === id)).toMatchObject({ title: "About all of us", state: "changed" });
    expect((await paperFrame()).pages).toMatchObject([{ slug, title: "About us", purpose: "plain" }]);
    expect(Date.parse((await paperFrame()).pages[0]?.changedAt ?? "")).toBeGreaterThan(0);
  });

  it("that was taken back says that it is gone, leaves the foot, and comes back with its first day", async () => {
    const { id, slug } = await begin("Ethics");
    expectOk(await write(id, 1, { title: "Ethics" }));
    expectOk(await publish(id, 2));
    const first = await pageAt(slug);
    expectOk(await withdrawPage.execute({ pageId: id }, { actor: wim }));
    expect([await pageAt(slug), (await inFoot()).includes(slug)]).toEqual([{ found: "gone" }, false]);
    expectOk(await publish(id, 2));
    const again = await pageAt(slug);
    if (first.found !== "here" || again.found !== "here") throw new Error("It is not there.");
    expect(again.page.publishedAt).toEqual(first.page.publishedAt);
    expect(await happened(id)).toEqual(["page.created", "page.rewritten", "page.published", "page.withdrawn", "page.published"]);
  });

  it("keeps every version with who saved it, and makes a former one the newest", async () => {
    const { id } = await begin("Privacy");
    expectOk(await write(id, 1, { title: "Privacy", typed: "One." }));
    expectOk(await write(id, 2, { title: "Privacy", typed: "Two." }));
    expect(expectOk(await write(id, 3, { title: "Privacy", typed: "Two." })), "saying the same is no version").toEqual({ seq: 3 });
    expect(expectOk(await bringBackPage.execute({ pageId: id, seq: 3, version: 2 }, { actor: wim }))).toEqual({ seq: 4 });
    const page = await pageWorkingCopy(wim, id);
    expect(page).toMatchObject({ typed: "One.", seq: 4, versions: [{ seq: 4 }, { seq: 3, savedByName: "Wim" }, { seq: 2 }, { seq: 1 }] });
    expect(await pageVersion(wim, id, 3)).toMatchObject({ body: { content: [{ content: [{ text: "Two." }] }] } });
    expect(failureOf(await bringBackPage.execute({ pageId: id, seq: 4, version: 9 }, { actor: wim }))).toMatchObject({ reason: "no_version" });
    await expect(appDatabase().delete(pageRevisions).where(eq(pageRevisions.pageId, id))).rejects.toThrow();
  });

  it("is not overwritten by who has seen an older version, nor published unseen", async () => {
    const { id } = await begin("Contact");
    expectOk(await write(id, 1, { title: "Contact" }));
    const late = { code: "conflict", reason: "changed_meanwhile", message: expect.stringContaining("Wim has saved another version") };
    expect(failureOf(await write(id, 1, { typed: "Mine." }))).toMatchObject(late);
    expect(failureOf(await publish(id, 1))).toMatchObject(late);
    const both = await Promise.all(["a", "b"].map((typed) => write(id, 2, { typed })));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it("keeps the address at which readers found it", async () => {
    const { id } = await begin("Feedback");
    expectOk(await write(id, 1, { title: "Feedback", slug: "how-we-listen" }));
    expectOk(await publish(id, 2));
    expect(failureOf(await write(id, 2, { slug: "elsewhere" }))).toMatchObject({ reason: "address_settled", fields: { slug: expect.stringContaining("/about/how-we-listen") } });
    expect(failureOf(await createPage.execute({ title: "x", slug: "how-we-listen", purpose: "plain" }, { actor: wim }))).toMatchObject({ reason: "address" });
  });

  it("that was never public is deleted, and its address is free; one that readers had stays", async () => {
    const { id, slug } = await begin("A slip");
    expectOk(await write(id, 1, { title: "A slip" }));
    expect(failureOf(await deletePage.execute({ pageId: id, seq: 1 }, { actor: wim }))).toMatchObject({ reason: "changed_meanwhile" });
    expectOk(await deletePage.execute({ pageId: id, seq: 2 }, { actor: wim }));
    expect([await pageWorkingCopy(wim, id), (await pageList(wim))?.some((page) => page.id === id), failureOf(await write(id, 2))?.code]).toEqual([null, false, "not_found"]);
    expect(await happened(id)).toEqual(["page.created", "page.rewritten", "page.deleted"]);
    const again = await begin("A slip");
    expect(again.slug).toBe(slug);
    expectOk(await write(again.id, 1, { title: "A slip" }));
    expectOk(await publish(again.id, 2));
    expectOk(await withdrawPage.execute({ pageId: again.id }, { actor: wim }));
    expect(failureOf(await deletePage.execute({ pageId: again.id, seq: 2 }, { actor: wim }))).toMatchObject({ reason: "was_public" });
  });

  it("stands alone for its policy", async () => {
    const [one, two] = [await begin("Masthead"), await begin("Staff")];
    for (const { id } of [one, two]) expectOk(await write(id, 1, { title: "Who we are", purpose: "masthead" }));
    expectOk(await publish(one.id, 2));
    expect(failureOf(await publish(two.id, 2))).toMatchObject({ reason: "purpose_taken", fields: { purpose: "“Who we are” is that page already." } });
    expectOk(await withdrawPage.execute({ pageId: one.id }, { actor: wim }));
    expectOk(await publish(two.id, 2));
  });

  it("moves among the others, in the foot too", async () => {
    const order = async () => (await pageList(wim))?.map((page) => page.slug) ?? [];
    const before = await order();
    const last = (await pageList(wim))?.at(-1);
    expectOk(await movePage.execute({ pageId: last?.id, direction: "up" }, { actor: wim }));
    expect(await order()).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
    expectOk(await movePage.execute({ pageId: last?.id, direction: "down" }, { actor: wim }));
    expect(await order()).toEqual(before);
    const foot = await inFoot();
    expect(foot).toEqual(before.filter((slug) => foot.includes(slug)));
  });

  it("is an administrator's to see, to write and to publish", async () => {
    const { id } = await begin("Ours alone");
    const forbidden = { code: "forbidden" };
    expect([await pageList(orla), await pageWorkingCopy(orla, id), await pageVersion(orla, id, 1)]).toEqual([null, null, null]);
    for (const result of [
      await createPage.execute({ title: "x", slug: "", purpose: "plain" }, { actor: orla }),
      await write(id, 1, {}, orla),
      await publish(id, 1, orla),
      await withdrawPage.execute({ pageId: id }, { actor: orla }),
      await bringBackPage.execute({ pageId: id, seq: 1, version: 1 }, { actor: orla }),
      await movePage.execute({ pageId: id, direction: "up" }, { actor: orla }),
      await deletePage.execute({ pageId: id, seq: 1 }, { actor: orla }),
    ])
      expect(failureOf(result)).toMatchObject(forbidden);
    expect(await pageWorkingCopy(wim, "not-an-id")).toBeNull();
  });

  it.each([["no title", { title: " " }, "title"], ["a purpose that is none", { purpose: "fame" }, "purpose"], ["half a letter", { typed: "\ud800x".repeat(60_000) }, "typed"], ["a heading out of its rank", { typed: "#### Deep" }, "typed"], ["an address with a slash", { slug: "a/b" }, "slug"]])("with %s is refused with a sentence beside the field", async (_, changes, field) => {
    const { id } = await begin(`Refused ${field} ${_}`);
    expect(failureOf(await write(id, 1, changes))?.fields?.[field]).toMatch(/^[A-Z“].{8,}\.$/);
  });
});
