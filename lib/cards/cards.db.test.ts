import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { cardAddress, cardName, ofThePaper } from "@/lib/cards/card";
import { drawCards } from "@/lib/cards/jobs/draw-cards";
import { cardOf, placesOfStory } from "@/lib/cards/reads/card-of";
import type { PersonActor } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";
import { provide } from "@/lib/kernel/process-store";
import { addPicture } from "@/lib/media/commands/add-picture";
import { tidyMedia } from "@/lib/media/jobs/tidy-media";
import { serveCard } from "@/server/cards";

const test = useTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), "standfirst-cards-"));
const calm = new AbortController().signal;
let editor: PersonActor;
let section: { id: string; slug: string };
let server: Server;
let origin = "";

beforeAll(async () => {
  provide("env", { ...testEnv, dataDir });
  editor = await somebody("editor", "Orla Quill");
  section = await someSection("harbour", "town");
  server = createServer((request, response) => void serveCard(request, response, request.url ?? "", false));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { redirect: "manual", headers });
const drawn = () => readdirSync(join(dataDir, "media", "cards"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

async function published(changes: Parameters<typeof someContent>[1] = {}) {
  const { id: articleId } = expectOk(await createArticle.execute({ content: someContent(section.id, changes) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId, version: 1 }, { actor: editor }));
  return articleId;
}

it("a story that comes out brings a job that draws its card and those of its lists, once", async () => {
  const articleId = await published({ headline: "The last boat", tags: ["Ferries"], bylines: [{ role: "by", personId: editor.personId, name: "Orla Quill" }] });
  const jobs = await test.migrator().execute<{ later: boolean }>(sql`select start_after > created_on as later from jobs.job where name = 'draw-cards' and data ->> 'articleId' = ${articleId}`);
  // The first readers go first.
  expect(jobs).toEqual([{ later: true }]);
  expect((await placesOfStory(articleId)).map(({ of }) => of)).toEqual(["story", "paper", "section", "tag", "author"]);
  await drawCards.run({ articleId }, calm);
  const files = drawn();
  expect(files).toHaveLength(5);
  await drawCards.run({ articleId }, calm);
  expect(drawn()).toEqual(files);
});

it("a story whose picture fills a card needs none of its own", async () => {
  const of = async (width: number) => {
    const bytes = await sharp({ create: { width, height: Math.round(width / 2), channels: 3, background: "#2a5d7a" } }).png().toBuffer();
    const added = expectOk(await addPicture({ bytes, originalName: "quay.png" }, { actor: editor }));
    return (await placesOfStory(await published({ lead: { assetId: added.id, alt: "The quay", caption: "", credit: "Ana" } }))).map((place) => place.of);
  };
  expect(await of(1300)).toEqual(["paper", "section"]);
  expect(await of(900)).toEqual(["story", "paper", "section"]);
});

it("is served to everybody under its name, and under a former one leads to where it stands", async () => {
  const articleId = await published({ headline: "The very last boat", socialHeadline: "It is the last one" });
  const place = { of: "story" as const, id: articleId };
  const card = await cardOf(place);
  if (!card) throw new Error("There is no card.");
  expect(card).toMatchObject({ headline: "It is the last one", kicker: "harbour" });
  const path = cardAddress(place, card);
  const answers = await Promise.all([1, 2, 3].map(() => ask(path)));
  for (const answer of answers) expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect((await ask(path, { "If-None-Match": `"${cardName(card)}"` })).status).toBe(304);
  const moved = await ask(path.replace(cardName(card), "0".repeat(20)));
  expect([moved.status, moved.headers.get("location")]).toEqual([302, path]);
  expect(drawn().filter((file) => file.includes(articleId))).toHaveLength(1);

  expectOk(await unpublishArticle.execute({ articleId, version: 2, reason: "It sails on." }, { actor: editor }));
  expect((await ask(path)).status, "taken back").toBe(404);
  expect(await placesOfStory(articleId)).toEqual([]);
  await drawCards.run({ articleId }, calm);
});

it("nothing is drawn of what readers do not see", async () => {
  for (const of of ["story", "section", "tag", "author", "series"] as const) expect((await ask(`/media/cards/${of}/${newId()}/${"0".repeat(20)}.png`)).status, of).toBe(404);
  const { id: articleId } = expectOk(await createArticle.execute({ content: someContent(section.id) }, { actor: editor }));
  expect(await cardOf({ of: "story", id: articleId })).toBeNull();
  expect(await cardOf(ofThePaper)).toMatchObject({ headline: "The paper" });
});

it("what was drawn long ago is not kept for ever", async () => {
  const [old = ""] = drawn();
  const long = new Date(Date.now() - 61 * 24 * 3_600_000);
  utimesSync(old, long, long);
  await tidyMedia.run(null, calm);
  expect(drawn()).not.toContain(old);
  expect(drawn().length).toBeGreaterThan(0);
});
