import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { sections } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { type Announcement, announcement } from "@/lib/announcing/announcement";
import { announcingKey } from "@/lib/announcing/announcing";
import { changeAnnouncing } from "@/lib/announcing/commands/change-announcing";
import { tellHub } from "@/lib/announcing/jobs/tell-hub";
import { tellSearchEngines } from "@/lib/announcing/jobs/tell-search-engines";
import { keyFile, whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import { tell, type Tell } from "@/lib/announcing/tell";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import type { PersonActor } from "@/lib/core/actor";
import { type Outside, postTo } from "@/lib/core/safe-fetch";
import { unavailable } from "@/lib/kernel/failure";
import { provide } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { createPage } from "@/lib/pages/commands/create-page";
import { publishPage, withdrawPage } from "@/lib/pages/commands/publish-page";
import { rewritePage } from "@/lib/pages/commands/rewrite-page";
import { createSeries } from "@/lib/series/commands/create-series";
import { placeInSeries } from "@/lib/series/commands/place-in-series";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";

const database = useTestDatabase();

let wim: PersonActor;
let orla: PersonActor;
let section: { id: string; slug: string };

/** Stands for the world outside: every name leads here, and what is told is kept. */
let listener: Server;
let heard: { to: string; type: string | undefined; text: string }[] = [];
const post: Tell = (address, message) => {
  const outside: Outside = { resolve: async () => ["203.0.113.7"], isPublic: () => true, door: () => ({ address: "127.0.0.1", port: (listener.address() as AddressInfo).port }), milliseconds: 5000 };
  return postTo(outside, address.replace("https:", "http:"), message);
};

beforeAll(async () => {
  provide("log", pino({ level: "silent" }));
  listener = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => {
      text += part.toString();
    });
    request.on("end", () => {
      heard.push({ to: `${request.headers.host}${request.url}`, type: request.headers["content-type"], text });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  [wim, orla, section] = [await somebody("administrator", "Wim"), await somebody("editor", "Orla"), await someSection("harbour")];
});
afterAll(() => listener.close());
beforeEach(async () => {
  heard = [];
  await database.migrator().execute(sql`delete from jobs.job`);
});
const telling = async (searchEngines: boolean, hub: string, actor = wim) => changeAnnouncing.execute({ seen: (await settingToChange(announcingKey)).version, searchEngines, hub }, { actor });
const queued = async () => (await database.migrator().execute<{ name: string; data: unknown }>(sql`select name, data from jobs.job where name like 'tell-%' order by created_on, name`)).map(({ name, data }) => ({ name, data: announcement.parse(data) }));
const live = async (changes: Parameters<typeof someContent>[1] = {}) => {
  const { id } = expectOk(await createArticle.execute({ content: someContent(section.id, changes) }, { actor: orla }));
  expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: orla }));
  return id;
};
const page: Announcement = { articleId: null, paths: ["/about/us"], sections: [], tags: [], series: [], people: [] };

describe("a paper of which nobody has said whom it tells", () => {
  it("tells nobody, and does not even plan to", async () => {
    await live();
    expect(await queued()).toEqual([]);
    await tellSearchEngines(page, post);
    await tellHub(page, post);
    expect(heard).toEqual([]);
    expect(await whomToTell()).toEqual({ searchEngines: false, key: null, hub: "" });
  });

  it("is asked by administrators alone, and only for a hub that can be reached", async () => {
    expect(await telling(true, "", orla)).toMatchObject({ ok: false, failure: { code: "forbidden" } });
    for (const hub of ["http://hub.example/", "https://127.0.0.1:8080/", "https://hub.example:8443/", "https://user@hub.example/", "hub.example", "https://printer/"]) expect(await telling(false, hub), hub).toMatchObject({ ok: false, failure: { fields: { hub: expect.stringMatching(/^Write the hub/) } } });
  });
});

describe("a paper that tells what is new", () => {
  let key: string;
  beforeAll(async () => {
    expectOk(await telling(true, "https://hub.example/publish"));
    key = (await whomToTell()).key ?? "";
  });

  it("keeps its key when it is switched off and on again", async () => {
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect([await keyFile(key), await keyFile("0".repeat(32))]).toEqual([key, null]);
    expectOk(await telling(false, "https://hub.example/publish"));
    expect(await keyFile(key), "nobody is told, so nobody asks").toBeNull();
    expectOk(await telling(true, "https://hub.example/publish"));
    expect((await whomToTell()).key).toBe(key);
  });

  it("plans it in the transaction of each coming, change and going of a story, and of its own pages", async () => {
    const id = await live({ tags: ["Ferries"] });
    expectOk(await updateArticle.execute({ articleId: id, version: 2, kind: "fix", note: "A comma." }, { actor: orla }));
    expectOk(await unpublishArticle.execute({ articleId: id, version: 3, reason: "It was wrong." }, { actor: orla }));
    const jobs = await queued();
    expect(jobs.map(({ name }) => name).sort()).toEqual([...Array(3).fill("tell-hub"), ...Array(3).fill("tell-search-engines")]);
    for (const { data } of jobs) expect(data).toMatchObject({ articleId: id, sections: [section.id], tags: ["ferries"] });

    await database.migrator().execute(sql`delete from jobs.job`);
    const own = expectOk(await createPage.execute({ title: "Us", slug: "", purpose: "plain" }, { actor: wim }));
    expectOk(await rewritePage.execute({ pageId: own.id, seq: 1, title: "Us", slug: "", purpose: "plain", typed: "We." }, { actor: wim }));
    expectOk(await publishPage.execute({ pageId: own.id, seq: 2 }, { actor: wim }));
    expectOk(await withdrawPage.execute({ pageId: own.id }, { actor: wim }));
    expect(await queued()).toEqual(Array(2).fill({ name: "tell-search-engines", data: page }));
  });

  it("tells search engines every address at which the story stands or stood, with the key and where it lies", async () => {
    const id = await live({ slug: "first-boat" });
    await appDatabase().execute(sql`insert into article_addresses (slug, article_id, claimed_at) values ('older-boat', ${id}, now() - interval '1 day')`);
    const told = { ...page, articleId: id, paths: [] };
    await tellSearchEngines(told, post);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ to: "api.indexnow.org/indexnow", type: "application/json; charset=utf-8" });
    const said = JSON.parse(heard[0]?.text ?? "") as { host: string; key: string; keyLocation: string; urlList: string[] };
    expect(said).toEqual({ host: new URL(testEnv.appUrl).host, key, keyLocation: `${testEnv.appUrl}/${key}.txt`, urlList: expect.any(Array) });
    expect(said.urlList.sort()).toEqual([`${testEnv.appUrl}/harbour/first-boat`, `${testEnv.appUrl}/harbour/older-boat`]);
    expectOk(await unpublishArticle.execute({ articleId: id, version: 2, reason: "It was wrong." }, { actor: orla }));
    await tellSearchEngines(told, post);
    expect(heard[1]?.text, "what went is told too").toContain("/harbour/first-boat");
  });

  it("tells the hub each feed that has something new, that of the section around a part too", async () => {
    const { id: parentId } = await someSection("coast");
    await appDatabase().update(sections).set({ parentId }).where(eq(sections.id, section.id));
    const bylines = [{ role: "by" as const, personId: orla.personId, name: "Orla" }];
    const id = await live({ tags: ["Ferries & piers"], bylines });
    const { id: seriesId } = expectOk(await createSeries.execute({ title: "The tide", slug: "", intro: "" }, { actor: orla }));
    expectOk(await placeInSeries.execute({ articleId: id, seriesId }, { actor: orla }));
    await database.migrator().execute(sql`delete from jobs.job`);
    expectOk(await updateArticle.execute({ articleId: id, version: 2, kind: "fix", note: "A comma." }, { actor: orla }));
    const planned = (await queued()).find(({ name }) => name === "tell-hub")?.data;
    expect(planned).toEqual({ articleId: id, paths: [], sections: [section.id], tags: ["ferries-piers"], series: [seriesId], people: [orla.personId] });
    await tellHub(planned ?? page, post);
    const topics = heard.map(({ to, type, text }) => {
      expect([to, type]).toEqual(["hub.example/publish", "application/x-www-form-urlencoded"]);
      const form = new URLSearchParams(text);
      expect([...form.keys(), form.get("hub.mode")]).toEqual(["hub.mode", "hub.url", "publish"]);
      return form.get("hub.url")?.replace(`${testEnv.appUrl}/feeds/`, "");
    });
    const ofAuthor = topics.filter((topic) => topic?.startsWith("authors/"));
    expect(topics.filter((topic) => !topic?.startsWith("authors/")).sort()).toEqual(["", "coast/", "harbour/", "series/the-tide/", "tags/ferries-piers/"].flatMap((place) => ["rss.xml", "atom.xml", "feed.json"].map((file) => place + file)).sort());
    expect(ofAuthor).toHaveLength(3);
  });
});

describe("telling", () => {
  const message = { type: "application/x-www-form-urlencoded", text: "" } as const;
  const answered = (status: number): Tell => async () => ok({ status });

  it.each([200, 202, 204, 400, 403, 404, 422])("is over where the answer is %d", async (status) => {
    await expect(tell("https://hub.example/", message, answered(status))).resolves.toBeUndefined();
  });
  it.each([429, 500, 503])("is tried again where the answer is %d", async (status) => {
    await expect(tell("https://hub.example/?secret=1", message, answered(status))).rejects.toThrow(`https://hub.example/ answered ${status}.`);
  });
  it("is tried again where nobody can be reached, and not at all where nothing may go outside", async () => {
    await expect(tell("https://hub.example/", message, async () => fail(unavailable("unreachable", "No.")))).rejects.toThrow("could not be reached");
    await expect(tell("https://hub.example/", message, async () => fail(unavailable("outside_closed", "No.")))).resolves.toBeUndefined();
  });
});
