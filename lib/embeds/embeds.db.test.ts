import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appDatabase, readerDatabase } from "@/db/client";
import { articleMedia, embeds, events, publicEmbeds, publicMedia } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { storyState } from "@/lib/articles/reads/desk";
import type { PersonActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import type { Fetched } from "@/lib/core/safe-fetch";
import type { Ask } from "@/lib/embeds/ask-provider";
import { embedAddress } from "@/lib/embeds/commands/embed-address";
import { retryEmbed } from "@/lib/embeds/commands/retry-embed";
import { mostAttempts, run } from "@/lib/embeds/jobs/fetch-snapshot";
import { askForWaitingEmbeds } from "@/lib/embeds/jobs/sweep-waiting-embeds";
import { embedSnapshot } from "@/lib/embeds/reads/snapshot";
import { unavailable } from "@/lib/kernel/failure";
import { provide } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { addPicture } from "@/lib/media/commands/add-picture";

useTestDatabase();

let author: PersonActor;
let still: Buffer;
const dataDir = mkdtempSync(join(tmpdir(), "standfirst-embeds-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
beforeAll(async () => {
  provide("env", { ...testEnv, dataDir });
  author = await somebody("author");
  still = await sharp({ create: { width: 480, height: 360, channels: 3, background: "#234" } }).jpeg().toBuffer();
});

/** An outside that answers what it is told, and remembers what it was asked. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});
type Answers = Record<string, { status?: number; json?: unknown; bytes?: Buffer } | "dead">;
const outside = (answers: Answers): Ask => async (address, wish) => {
  asked.push(address);
  const found = Object.entries(answers).find(([start]) => address.startsWith(start))?.[1];
  if (!found || found === "dead" || wish.hosts?.(new URL(address).hostname) === false) return fail(unavailable("unreachable", "This address could not be reached."));
  return ok({ status: found.status ?? 200, address, type: "", bytes: found.bytes ?? Buffer.from(JSON.stringify(found.json ?? {})) } satisfies Fetched);
};
const means = (answers: Answers) => ({ ask: outside(answers), keepPicture: (bytes: Uint8Array, originalName: string, actor: Parameters<typeof addPicture>[1]["actor"]) => addPicture({ bytes, originalName }, { actor }) });

async function embedded(address: string): Promise<string> {
  const result = await embedAddress.execute({ address }, { actor: author });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.id;
}
const rowOf = async (id: string) => (await appDatabase().select().from(embeds).where(eq(embeds.id, id)))[0];
const film = { "https://www.youtube.com/oembed": { json: { title: "The crossing\n in two minutes", author_name: "Skerry Quay", width: 480, height: 270, thumbnail_url: "https://i.ytimg.com/vi/x/hqdefault.jpg" } }, get "https://i.ytimg.com/"() { return { bytes: still }; } };

describe("an address that is embedded", () => {
  it("stands at once, and nobody outside has been asked", async () => {
    expect(await embedAddress.execute({ address: "https://youtu.be/aaaaaaaaaa1" }, { actor: author })).toMatchObject({ ok: true, value: { provider: "youtube", url: "https://www.youtube.com/watch?v=aaaaaaaaaa1", state: "waiting" } });
    expect(asked).toEqual([]);
  });

  it("is the same snapshot whoever pastes it, and twenty times at once", async () => {
    const editor = await somebody("editor");
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => embedAddress.execute({ address: index % 2 ? "https://youtu.be/aaaaaaaaaa2" : "https://www.youtube.com/watch?v=aaaaaaaaaa2&feature=x" }, { actor: index % 3 ? author : editor })));
    expect(new Set(all.map((one) => one.ok && one.value.id)).size).toBe(1);
    expect(await appDatabase().select().from(embeds).where(eq(embeds.reference, "aaaaaaaaaa2"))).toHaveLength(1);
  });

  it("of nobody whom we know is refused with a sentence", async () => {
    expect(await embedAddress.execute({ address: "https://evil.example/x" }, { actor: author })).toMatchObject({ ok: false, failure: { code: "invalid", reason: "not_embeddable", message: expect.stringContaining("It may still be a link") } });
    expect(await embedAddress.execute({ address: "https://vm.tiktok.com/ZMabc/" }, { actor: author })).toMatchObject({ ok: false, failure: { reason: "not_embeddable", message: expect.stringContaining("paste the long one") } });
  });

  it.each(["reader", "moderator"] as const)("is not for a %s to add or to see", async (role) => {
    const actor = await somebody(role);
    expect(await embedAddress.execute({ address: "https://youtu.be/aaaaaaaaaa3" }, { actor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
    expect(await embedSnapshot(actor, await embedded("https://youtu.be/aaaaaaaaaa3"))).toBeNull();
  });
});

describe("a provider that answers", () => {
  it("leaves title, author and our own copy of the still picture", async () => {
    const id = await embedded("https://youtu.be/bbbbbbbbbb1");
    await run({ embedId: id }, means(film));
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "ready", failure: null, title: "The crossing in two minutes", author: "Skerry Quay", picture: { width: 480, height: 360 } });
    expect(asked).toEqual(["https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dbbbbbbbbbb1", "https://i.ytimg.com/vi/x/hqdefault.jpg"]);
  });

  it("is asked once: the job may happen twice", async () => {
    const id = await embedded("https://youtu.be/bbbbbbbbbb2");
    await run({ embedId: id }, means(film));
    const before = await rowOf(id);
    await run({ embedId: id }, means({ "https://www.youtube.com/oembed": { json: { title: "Another film" } } }));
    expect(await rowOf(id)).toEqual(before);
    expect(asked).toHaveLength(2);
  });

  it("leaves the words of a post as plain text", async () => {
    const id = await embedded("https://x.com/quay/status/111");
    await run({ embedId: id }, means({ "https://publish.x.com/oembed": { json: { author_name: "Quay", html: '<blockquote><p>Late &lt;again&gt;.<br>Sorry.</p>&mdash; Quay</blockquote><script src="x"></script>' } } }));
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "ready", words: "Late <again>.\nSorry.", author: "Quay", picture: null });
  });

  it("of any name is believed to be Mastodon only when it says so itself", async () => {
    const id = await embedded("https://social.example/@quay/110000000000000001");
    await run({ embedId: id }, means({ "https://social.example/api/oembed": { json: { html: "<iframe></iframe>", provider_url: "https://social.example/" } } }));
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "failed", failure: "This does not look like a post on Mastodon." });
    const real = await embedded("https://social.example/@quay/110000000000000002");
    await run({ embedId: real }, means({ "https://social.example/api/oembed": { json: { html: '<blockquote class="mastodon-embed">', provider_url: "https://social.example/" } }, "https://social.example/api/v1/statuses/110000000000000002": { json: { content: "<p>Late again.</p><p>Sorry.</p>", account: { display_name: "Quay", acct: "quay" }, media_attachments: [] } } }));
    expect(await embedSnapshot(author, real)).toMatchObject({ state: "ready", words: "Late again.\n\nSorry.", author: "Quay" });
  });

  it("and answers nobody without a key is not asked: the address stands by itself", async () => {
    const id = await embedded("https://www.instagram.com/p/CabcDEF_12-/");
    await run({ embedId: id }, means({}));
    expect(asked).toEqual([]);
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "ready", title: "" });
  });

  it.each<[string, unknown]>([["a list", []], ["numbers for words", { title: 5, author_name: {}, width: "wide", thumbnail_url: ["x"] }], ["far too much", { title: "x".repeat(5000), author_name: "\u0000\ud800y", width: 1e9 }], ["an inner address for its picture", { thumbnail_url: "http://127.0.0.1/x.jpg" }]])("%s does no harm", async (name, json) => {
    const id = await embedded(`https://youtu.be/${name.replace(/\W/g, "").padEnd(11, "c").slice(0, 11)}`);
    await run({ embedId: id }, means({ "https://www.youtube.com/oembed": { json } }));
    expect(["ready", "waiting"]).toContain((await rowOf(id))?.state);
  });

  it("with a damaged picture leaves its words alone", async () => {
    const id = await embedded("https://youtu.be/bbbbbbbbbb4");
    await run({ embedId: id }, means({ ...film, "https://i.ytimg.com/": { bytes: Buffer.from("not a picture") } }));
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "ready", title: "The crossing in two minutes", picture: null });
  });
});

describe("a provider that does not answer", () => {
  it("is asked again, and after the last try the desk is told in a sentence; the address still stands", async () => {
    const id = await embedded("https://youtu.be/dddddddddd1");
    for (let tries = 1; tries <= mostAttempts; tries++) {
      await run({ embedId: id }, means({ "https://www.youtube.com/oembed": "dead" }));
      expect(await embedSnapshot(author, id)).toMatchObject({ state: tries < mostAttempts ? "waiting" : "failed", failure: "YouTube did not answer.", url: "https://www.youtube.com/watch?v=dddddddddd1" });
    }
  });

  it("may be asked once more by anybody who writes, or by pasting the address again", async () => {
    const id = await embedded("https://youtu.be/dddddddddd1");
    expect((await rowOf(id))?.state).toBe("waiting");
    await run({ embedId: id }, means({ "https://www.youtube.com/oembed": { status: 404 } }));
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "failed", failure: expect.stringContaining("nothing at this address") });
    expect(await retryEmbed.execute({ embedId: id }, { actor: author })).toMatchObject({ ok: true, value: { state: "waiting" } });
    await run({ embedId: id }, means(film));
    expect(await embedSnapshot(author, id)).toMatchObject({ state: "ready" });
    expect(await retryEmbed.execute({ embedId: id }, { actor: author }), "a snapshot stays").toMatchObject({ ok: true, value: { state: "ready" } });
  });

  it("waits its turn between tries, and is taken by one sweep at a time", async () => {
    await appDatabase().update(embeds).set({ state: "ready" });
    const id = await embedded("https://youtu.be/dddddddddd2");
    const dead = means({ "https://www.youtube.com/oembed": "dead" });
    expect((await Promise.all([askForWaitingEmbeds(dead), askForWaitingEmbeds(dead)])).sort()).toEqual([0, 1]);
    expect(await askForWaitingEmbeds(dead), "its pause is not over").toBe(0);
    await appDatabase().update(embeds).set({ askedAt: new Date(Date.now() - 60_000) }).where(eq(embeds.id, id));
    expect(await askForWaitingEmbeds(means(film))).toBe(1);
    expect((await rowOf(id))?.state).toBe("ready");
  });
});

describe("a story with an embed whose provider has not answered", () => {
  it("may be published, with a warning; the snapshot comes to it later, and its page is made anew", async () => {
    const embedId = await embedded("https://youtu.be/eeeeeeeeee1");
    const section = await someSection();
    const content = someContent(section.id, { body: { type: "doc", content: [paragraphOf("Text."), { type: "embed", attrs: { embedId, provider: "youtube", url: "https://www.youtube.com/watch?v=eeeeeeeeee1", alt: "The crossing" } }] } });
    const made = await createArticle.execute({ content }, { actor: author });
    const id = made.ok ? made.value.id : "";
    expect((await storyState(author, id))?.checks.filter((check) => check.id.startsWith("embed"))).toMatchObject([{ level: "warn", message: expect.stringContaining("has not answered") }]);
    expect(await publishArticle.execute({ articleId: id, version: 1 }, { actor: author })).toMatchObject({ ok: true });
    expect(await readerDatabase().select().from(publicEmbeds).where(eq(publicEmbeds.id, embedId))).toMatchObject([{ title: "" }]);

    await run({ embedId }, means(film));
    const [shown] = await readerDatabase().select().from(publicEmbeds).where(eq(publicEmbeds.id, embedId));
    expect(shown).toMatchObject({ title: "The crossing in two minutes" });
    expect(await readerDatabase().select({ id: publicMedia.id }).from(publicMedia).where(eq(publicMedia.id, shown?.thumbnailAssetId ?? ""))).toHaveLength(1);
    expect(await appDatabase().select().from(articleMedia).where(eq(articleMedia.articleId, id))).toHaveLength(1);
    const [event] = await appDatabase().select().from(events).where(eq(events.subjectId, embedId)).orderBy(events.id).limit(1).offset(1);
    expect(event && pageTagsOf(event)).toEqual([`article:${id}`]);
    expect((await storyState(author, id))?.checks.filter((check) => check.id.startsWith("embed"))).toEqual([]);
  });

  it("is warned of a provider that said no", async () => {
    const embedId = await embedded("https://youtu.be/eeeeeeeeee2");
    await run({ embedId }, means({ "https://www.youtube.com/oembed": { status: 404 } }));
    const section = await someSection();
    const made = await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [paragraphOf("Text."), { type: "embed", attrs: { embedId, provider: "youtube", url: "https://www.youtube.com/watch?v=eeeeeeeeee2", alt: "The crossing" } }] } }) }, { actor: author });
    const checks = (await storyState(author, made.ok ? made.value.id : ""))?.checks.filter((check) => check.id.startsWith("embed"));
    expect(checks).toMatchObject([{ level: "warn", message: expect.stringContaining("could not be asked"), hint: expect.stringContaining("again") }]);
  });
});
