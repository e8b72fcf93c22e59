import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, sections } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { storyAt } from "@/lib/articles/reads/story-at";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import type { PersonActor } from "@/lib/core/actor";
import { changeSection, moveSection } from "@/lib/sections/commands/change-section";
import { createSection } from "@/lib/sections/commands/create-section";
import { sectionList } from "@/lib/sections/reads/section-list";
import { paperFrame } from "@/lib/settings/reads/paper-frame";

useTestDatabase();

let wim: PersonActor;
const open = (name: string, changes: Record<string, unknown> = {}, actor = wim) => createSection.execute({ name, slug: "", accent: "plain", description: "", ...changes }, { actor });
const seenOf = async (id: string) => (await sectionList(wim))?.find((section) => section.id === id)?.version ?? "";
const order = async () => (await paperFrame()).sections.map((section) => section.slug);
const eventsOf = (subjectId: string) => appDatabase().select({ name: events.name, actorName: events.actorName }).from(events).where(and(eq(events.subjectType, "section"), eq(events.subjectId, subjectId)));

beforeAll(async () => {
  wim = await somebody("administrator", "Wim");
});

describe("a new section", () => {
  it("stands last in the paper, at an address made from its name, and the audit says who opened it", async () => {
    const { id } = expectOk(await open("Town Hall", { accent: "town", description: "Council and quays." }));
    expectOk(await open("Sport"));
    expect((await paperFrame()).sections.slice(-2)).toMatchObject([{ id, slug: "town-hall", name: "Town Hall", accent: "town", description: "Council and quays." }, { slug: "sport" }]);
    expect(await eventsOf(id)).toEqual([{ name: "section.created", actorName: "Wim" }]);
  });

  it.each([
    ["an address that the program needs", { slug: "desk" }, "slug"],
    ["a name that would take such an address", { name: "Search" }, "slug"],
    ["an address that is taken", { slug: "sport" }, "slug"],
    ["an address with a slash", { slug: "town/quays" }, "slug"],
    ["no name", { name: " " }, "name"],
    ["a name of 61 letters", { name: "x".repeat(61) }, "name"],
    ["an accent that is none", { accent: "pink" }, "accent"],
    ["half a letter", { description: "\ud800" }, "description"],
  ])("with %s is refused with a sentence beside the field", async (_, changes, field) => {
    const before = await order();
    expect(failureOf(await open("Refused", changes))?.fields?.[field]).toMatch(/^[A-Z“].{8,}\.$/);
    expect(await order()).toEqual(before);
  });

  it("is opened once by twenty at once", async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => open("Letters to us")));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("is an administrator's to open, to change, to move and to see in the settings", async () => {
    const editor = await somebody("editor");
    const { id: sectionId } = expectOk(await open("Not yours"));
    for (const result of [await open("Mine", {}, editor), await changeSection.execute({ sectionId, seen: "", name: "Mine", slug: "", accent: "plain", description: "" }, { actor: editor }), await moveSection.execute({ sectionId, direction: "up" }, { actor: editor })]) expect(failureOf(result)?.code).toBe("forbidden");
    expect(await sectionList(editor)).toBeNull();
    expect((await sectionList(wim))?.map((section) => section.name)).toContain("Not yours");
  });
});

describe("a section that stands", () => {
  it("is renamed, described and coloured, and keeps its address", async () => {
    const { id: sectionId } = expectOk(await open("Bussiness"));
    expectOk(await changeSection.execute({ sectionId, seen: await seenOf(sectionId), name: "Business", slug: "", accent: "business", description: "Harbour dues." }, { actor: wim }));
    expect((await sectionList(wim))?.find((section) => section.id === sectionId)).toEqual({ id: sectionId, slug: "bussiness", name: "Business", accent: "business", description: "Harbour dues.", parentId: null, stories: 0, version: expect.any(String) });
    expect((await eventsOf(sectionId)).map((event) => event.name)).toEqual(["section.created", "section.changed"]);
  });

  it("may move to another address until readers found a story there, and to none that is taken", async () => {
    const { id: sectionId } = expectOk(await open("Culture"));
    const change = async (slug: string) => changeSection.execute({ sectionId, seen: await seenOf(sectionId), name: "Culture", slug, accent: "culture", description: "" }, { actor: wim });
    expect(failureOf(await change("sport"))?.fields?.slug).toContain("already");
    expect(failureOf(await change("media"))?.fields?.slug).toContain("belongs to the program");
    expectOk(await change("arts"));
    const { id } = expectOk(await createArticle.execute({ content: someContent(sectionId) }, { actor: wim }));
    expectOk(await change("culture"));
    expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: wim }));
    expect(failureOf(await change("arts"))).toMatchObject({ code: "conflict", reason: "address_settled", fields: { slug: expect.stringContaining("“/culture”") } });
    expectOk(await change("culture"));
    expect((await sectionList(wim))?.find((section) => section.id === sectionId)?.stories).toBe(1);
  });

  it("changed by two at once is the first one's until the second has been told who and what", async () => {
    const { id: sectionId } = expectOk(await open("Weather"));
    const seen = await seenOf(sectionId);
    const other = await somebody("administrator", "Ada Rust");
    expectOk(await changeSection.execute({ sectionId, seen, name: "Wind", slug: "", accent: "plain", description: "" }, { actor: other }));
    const sent = { sectionId, name: "Weather", slug: "", accent: "business" as const, description: "" };
    const refused = failureOf(await changeSection.execute({ ...sent, seen }, { actor: wim }));
    expect(refused).toMatchObject({ code: "conflict", reason: "changed_meanwhile", current: await seenOf(sectionId) });
    expect(refused?.message).toMatch(/^Ada Rust has changed this section meanwhile \(\d{1,2} \w+, \d\d:\d\d\)/);
    expect(refused?.message).toContain("Name (now “Wind”)");
    expectOk(await moveSection.execute({ sectionId, direction: "up" }, { actor: other }));
    expectOk(await changeSection.execute({ ...sent, seen: refused?.current }, { actor: wim }));
    expect((await sectionList(wim))?.find((section) => section.id === sectionId)).toMatchObject({ name: "Weather", accent: "business" });
  });

  it("moves up and down one place at a time, and not beyond the ends", async () => {
    await appDatabase().update(sections).set({ position: 0 });
    const before = await order();
    const last = (await sectionList(wim))?.at(-1)?.id ?? "";
    const move = async (direction: "up" | "down") => expectOk(await moveSection.execute({ sectionId: last, direction }, { actor: wim })).position;
    expect(await move("down")).toBe(before.length - 1);
    expect(await order()).toEqual(before);
    expect(await move("up")).toBe(before.length - 2);
    expect(await order()).toEqual([...before.slice(0, -2), ...before.slice(-2).reverse()]);
    for (let step = 0; step < before.length; step++) await move("up");
    expect((await order())[0]).toBe(before.at(-1));
  });
});

describe("a part of a section", () => {
  it("stands in it, below it in the settings, and everything about its address stays", async () => {
    const { id: games } = expectOk(await open("Games"));
    const { id: rowing } = expectOk(await open("Rowing", { parentId: games }));
    expect((await paperFrame()).sections.find((section) => section.id === rowing)).toMatchObject({ slug: "rowing", parentId: games });
    const listed = (await sectionList(wim))?.map((section) => section.id) ?? [];
    expect(listed.indexOf(rowing)).toBe(listed.indexOf(games) + 1);
    const { id } = expectOk(await createArticle.execute({ content: someContent(rowing, { slug: "eight-oars" }) }, { actor: wim }));
    expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: wim }));
    expectOk(await changeSection.execute({ sectionId: rowing, seen: await seenOf(rowing), name: "Rowing", slug: "", accent: "plain", description: "", parentId: "" }, { actor: wim }));
    expect(await storyAt("rowing", "eight-oars")).toMatchObject({ found: "here", article: { path: "/rowing/eight-oars" } });
    expectOk(await changeSection.execute({ sectionId: rowing, seen: await seenOf(rowing), name: "Rowing", slug: "", accent: "plain", description: "", parentId: games }, { actor: wim }));
    expect(await storyAt("rowing", "eight-oars")).toMatchObject({ found: "here", article: { path: "/rowing/eight-oars" } });
  });

  it("has no parts itself, is not part of itself, and a section with parts becomes none", async () => {
    const [whole, other] = [expectOk(await open("Whole")).id, expectOk(await open("Other")).id];
    const part = expectOk(await open("Half", { parentId: whole })).id;
    const into = async (sectionId: string, parentId: string) => changeSection.execute({ sectionId, seen: await seenOf(sectionId), name: "Changed", slug: "", accent: "plain", description: "", parentId }, { actor: wim });
    for (const [result, sentence] of [
      [await open("Quarter", { parentId: part }), "part of a section itself"],
      [await into(whole, whole), "cannot stand in itself"],
      [await into(whole, other), "has parts of its own"],
      [await into(other, "0190b5a0-0000-7000-8000-000000000001"), "no such section"],
    ] as const) expect(failureOf(result)?.fields?.parentId).toContain(sentence);
  });

  it("moves among the parts beside it and past no other section", async () => {
    const whole = expectOk(await open("Moving")).id;
    const [first, second] = [expectOk(await open("First part", { parentId: whole })).id, expectOk(await open("Second part", { parentId: whole })).id];
    expectOk(await open("Behind it"));
    const parts = async () => (await paperFrame()).sections.filter((section) => section.parentId === whole).map((section) => section.id);
    expect(expectOk(await moveSection.execute({ sectionId: second, direction: "up" }, { actor: wim })).position).toBe(0);
    expect(await parts()).toEqual([second, first]);
    expect(expectOk(await moveSection.execute({ sectionId: first, direction: "down" }, { actor: wim })).position).toBe(1);
    expect(await parts()).toEqual([second, first]);
  });
});
