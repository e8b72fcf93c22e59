import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, it, vi } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { appDatabase, openDatabase } from "@/db/client";
import { articles, people } from "@/db/schema";
import { DatabaseUnavailable } from "@/db/unavailable";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { editableArticle } from "@/lib/articles/reads/desk";
import { committedCopy } from "@/lib/articles/update-log";
import { createCollabServer } from "@/lib/collab/collab-server";
import { CloseCode } from "@/lib/articles/close-codes";
import { catchUpEvery, heartbeatEvery, storeAfter } from "@/lib/collab/limits";
import { admission } from "@/lib/collab/shared-documents";
import { createStoryNews, storyChannel } from "@/lib/collab/story-news";
import { heartbeat } from "@/lib/articles/story-event";
import { lineRhythm, StoryProvider } from "@/lib/articles/story-provider";
import type { PersonActor } from "@/lib/core/actor";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { schemaVersion } from "@/lib/content/schema";
import { actorOfToken } from "@/lib/core/session-check";
import { log } from "@/lib/kernel/log";
import { fromProcess, provide } from "@/lib/kernel/process-store";
import { changeRole } from "@/lib/people/commands/membership";
import { signIn } from "@/lib/people/commands/sessions";
import { hashPassword } from "@/lib/people/passwords";
import { sendProposal } from "@/lib/proposals/commands/send-proposal";
import { startCopy } from "@/lib/proposals/commands/start-copy";
import { proposalContent, proposalEpoch } from "@/lib/proposals/proposal-log";

const database = useTestDatabase();

/** A newsroom's socket on a port of its own. */
async function openNewsroom(actor: PersonActor | (() => Promise<PersonActor | null>), news = fromProcess("storyNews")) {
  const collab = createCollabServer({ identify: typeof actor === "function" ? actor : async () => actor, isOwnOrigin: () => true }, news);
  const server = createServer().on("upgrade", (request, socket, head) => collab.upgrade(request, socket, head));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { collab, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/collab`, closed: () => new Promise((done) => server.close(done)) };
}

/** A line that is given up before it stood is nothing to a browser; here it would be an error that nobody catches. */
class BrowsersSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on("error", () => undefined);
  }
}

/** A browser that has the story open. */
async function openEditor(url: string, articleId: string, epoch: number, refused: (reason: string) => void = () => undefined, name = `article:${articleId}`) {
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: BrowsersSocket, delay: 100, minDelay: 100 });
  const provider = new StoryProvider({ websocketProvider: socket, name, document: doc, token: JSON.stringify({ schema: schemaVersion, epoch }), onAuthenticationFailed: ({ reason }) => refused(reason) });
  let timesSynced = 0;
  provider.on("synced", () => {
    timesSynced += 1;
  });
  const opened = new Promise<void>((synced) => provider.on("synced", () => synced()));
  provider.attach();
  await opened;
  const cutOff = new Promise<void>((gone) => socket.on("disconnect", () => gone()));
  const leave = () => {
    provider.destroy();
    socket.destroy();
  };
  const wire = () => socket.webSocket as unknown as WebSocket;
  const closed = (tell: (code: number) => void) => void socket.on("close", ({ event }: { event: { code: number } }) => tell(event.code));
  const toldBeside = () => new Promise<string>((tell) => provider.on("stateless", ({ payload }: { payload: string }) => tell(payload)));
  return { doc, cutOff, closed, leave, toldBeside, timesSynced: () => timesSynced, cut: () => wire().terminate(), giveUp: () => socket.onClose({ event: { code: 4408, reason: "forced" } }), stopListening: () => wire().pause(), listenAgain: () => wire().resume(), committed: () => vi.waitUntil(() => !provider.hasUnsyncedChanges, { timeout: 5000 }) };
}

it("stores the open stories before it says that it has stopped and asks the database nothing afterwards, even where a browser does not answer", async () => {
  const { app, ...others } = fromProcess("database");
  const editor = await somebody("editor");
  const section = await someSection();
  const made = await createArticle.execute({ content: someContent(section.id, { headline: "Before" }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const [before] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, made.value.id));
  const newsroom = await openNewsroom(editor);
  const browser = await openEditor(newsroom.url, made.value.id, before?.epoch ?? 0);
  const said = vi.spyOn(log(), "error");
  const own = openDatabase(database.urls.appUrl, { connections: 4, name: "stopping" });
  provide("database", { app: own, ...others });

  browser.doc.getText("headline").insert(6, " the press stops");
  await browser.committed();
  browser.stopListening();
  await newsroom.collab.stop();
  await own.stop();
  provide("database", { app, ...others });
  const [row] = await appDatabase().select({ headline: articles.draftHeadline }).from(articles).where(eq(articles.id, made.value.id));
  provide("database", { app: own, ...others });

  browser.listenAgain();
  await browser.cutOff;
  browser.leave();
  await newsroom.closed();
  await new Promise(setImmediate);
  provide("database", { app, ...others });
  expect(row?.headline).toBe("Before the press stops");
  expect(said.mock.calls).toEqual([]);
});

it("lets itself be heard where nobody writes, often enough for a browser to know a dead line within fifteen seconds", async () => {
  const editor = await somebody("editor");
  const made = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
  const [before] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, made.id));
  const newsroom = await openNewsroom(editor);
  const browser = await openEditor(newsroom.url, made.id, before?.epoch ?? 0);
  expect(await browser.toldBeside()).toBe(heartbeat);
  // It looks ten times in that time whether anything was heard.
  expect(lineRhythm.messageReconnectTimeout * 1.1).toBeLessThanOrEqual(15_000);
  expect(heartbeatEvery * 3).toBeLessThanOrEqual(lineRhythm.messageReconnectTimeout);
  browser.leave();
  await newsroom.collab.close();
});

it("a connection that is reset while it is looked up whose it is surprises nobody", async () => {
  const actor = await somebody("editor");
  const asked = Promise.withResolvers<void>();
  const known = Promise.withResolvers<void>();
  const newsroom = await openNewsroom(async () => {
    asked.resolve();
    await known.promise;
    return actor;
  });
  const surprises: unknown[] = [];
  const note = (error: unknown) => surprises.push(error);
  process.on("uncaughtException", note);
  const said = vi.spyOn(log(), "error");
  const { hostname, port } = new URL(newsroom.url);
  const line = connect(Number(port), hostname);
  line.write(`GET /collab HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}\r\n\r\n`);
  await asked.promise;
  line.resetAndDestroy();
  await new Promise((done) => setTimeout(done, 100));
  known.resolve();
  await new Promise((done) => setTimeout(done, 100));
  process.off("uncaughtException", note);
  expect(surprises).toEqual([]);
  expect(said.mock.calls).toEqual([]);
  await newsroom.collab.close();
});

it("when the paper is closed everybody is sent away with a code that says so and nothing is lost; when it opens they come back by themselves", async () => {
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { headline: "Before" }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const [before] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, made.value.id));
  const newsroom = await openNewsroom(editor);
  const browser = await openEditor(newsroom.url, made.value.id, before?.epoch ?? 0);
  const codes: number[] = [];
  browser.closed((code) => codes.push(code));
  browser.doc.getText("headline").insert(6, " the paper closes");
  await browser.committed();
  await newsroom.collab.close();
  const [row] = await appDatabase().select({ headline: articles.draftHeadline }).from(articles).where(eq(articles.id, made.value.id));
  expect(row?.headline).toBe("Before the paper closes");
  expect(codes[0]).toBe(CloseCode.restart);
  const times = browser.timesSynced();
  browser.doc.getText("headline").insert(0, "Still here. ");
  await new Promise((done) => setTimeout(done, 500));
  expect(browser.timesSynced(), "nobody comes in").toBe(times);
  newsroom.collab.open();
  await vi.waitUntil(() => browser.timesSynced() > times, { timeout: 20_000 });
  await browser.committed();
  browser.leave();
  await newsroom.collab.stop();
  await newsroom.closed();
});

it("a page that is older than the story's schema, of an epoch that is over, or somebody else's, or says neither, is refused before anything is exchanged", async () => {
  const editor = await somebody("editor");
  const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
  const [{ epoch } = { epoch: 0 }] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, id));
  const before = (await committedCopy(appDatabase(), id)).doc;
  // Hocuspocus says each refusal on the console.
  const refusals = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const newsroom = await openNewsroom(editor);
  const refusal = (token: string) =>
    new Promise<string>((tell) => {
      const doc = new Y.Doc();
      doc.getText("headline").insert(0, "Typed in an old page");
      const socket = new HocuspocusProviderWebsocket({ url: newsroom.url, WebSocketPolyfill: BrowsersSocket });
      const provider = new StoryProvider({ websocketProvider: socket, name: `article:${id}`, document: doc, token });
      const end = (said: string) => {
        provider.destroy();
        socket.destroy();
        tell(said);
      };
      provider.on("synced", () => end("let in"));
      provider.on("authenticationFailed", ({ reason }: { reason: string }) => end(reason));
      provider.attach();
    });
  expect(await refusal(JSON.stringify({ schema: schemaVersion - 1, epoch }))).toBe("schema_too_old");
  expect(await refusal(JSON.stringify({ schema: schemaVersion, epoch: epoch + 1 }))).toBe("epoch_changed");
  // Whoever had the page open has signed out, and the cookie is another person's by now.
  expect(await refusal(JSON.stringify({ schema: schemaVersion, epoch, person: (await somebody("editor")).personId }))).toBe("signed_out");
  for (const token of ["", "{}", JSON.stringify({ schema: schemaVersion, epoch, more: true })]) expect(await refusal(token), token).toBe("not_found");
  expect(Y.encodeStateVector((await committedCopy(appDatabase(), id)).doc), "nothing of it was kept").toEqual(Y.encodeStateVector(before));
  expect(await refusal(JSON.stringify({ schema: schemaVersion, epoch }))).toBe("let in");
  expect(await refusal(JSON.stringify({ schema: schemaVersion, epoch, person: editor.personId }))).toBe("let in");
  expect(refusals).toHaveBeenCalledTimes(6);
  refusals.mockClear();
  await newsroom.collab.stop();
  await newsroom.closed();
});

it("an editor who becomes a contributor in mid-sentence is out within five seconds", async () => {
  const [administrator, editor, password] = [await somebody("administrator"), await somebody("editor"), "a calm long password"];
  const [row] = await appDatabase().update(people).set({ passwordHash: await hashPassword(password) }).where(eq(people.id, editor.personId)).returning({ email: people.email });
  const { token } = expectOk(await signIn.execute({ email: row?.email ?? "", password, device: "a test" }, { actor: { kind: "visitor", network: "n" } }));
  const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
  const [{ epoch } = { epoch: 0 }] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, id));
  const newsroom = await openNewsroom(() => actorOfToken(token));
  const browser = await openEditor(newsroom.url, id, epoch);
  const closed = new Promise<number>((tell) => browser.closed(tell));
  const began = Date.now();
  expectOk(await changeRole.execute({ personId: editor.personId, role: "contributor" }, { actor: administrator }));
  expect(await closed).toBe(CloseCode.signedOut);
  expect(Date.now() - began).toBeLessThan(5000);
  browser.leave();
  await newsroom.collab.stop();
  await newsroom.closed();
});

it("whoever is named in the byline may open the story at once, before anybody pauses, and no longer once the name is taken out", async () => {
  const [editor, author] = [await somebody("editor"), await somebody("author")];
  const made = await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const articleId = made.value.id;
  const [row] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, articleId));
  const newsroom = await openNewsroom(editor);
  const browser = await openEditor(newsroom.url, articleId, row?.epoch ?? 0);
  const may = async () => (await editableArticle(author, articleId)) !== null;
  expect(await may()).toBe(false);
  const bylines = browser.doc.getArray("bylines");
  bylines.push([{ role: "by", personId: author.personId, name: author.name }]);
  await vi.waitUntil(may, { timeout: storeAfter.quiet / 2 });
  bylines.delete(0, bylines.length);
  await vi.waitUntil(async () => !(await may()), { timeout: storeAfter.quiet / 2 });
  browser.leave();
  await newsroom.collab.stop();
  await newsroom.closed();
});

it("keeps both at the table when two overfill a nearly full field in the same instant", async () => {
  const editor = await somebody("editor");
  const section = await someSection();
  const made = await createArticle.execute({ content: someContent(section.id, { headline: "x".repeat(195) }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const [article] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, made.value.id));
  const newsroom = await openNewsroom(editor);
  const [one, two] = await Promise.all([openEditor(newsroom.url, made.value.id, article?.epoch ?? 0), openEditor(newsroom.url, made.value.id, article?.epoch ?? 0)]);
  let gone = 0;
  for (const { cutOff } of [one, two]) void cutOff.then(() => gone++);

  two.stopListening();
  one.doc.getText("headline").insert(195, "aaaaa");
  two.doc.getText("headline").insert(195, "bbbbb");
  await one.committed();
  two.listenAgain();
  await two.committed();
  await vi.waitUntil(() => one.doc.getText("headline").length === 205 && two.doc.getText("headline").length === 205, { timeout: 5000 });
  expect(gone).toBe(0);

  for (const { leave } of [one, two]) leave();
  await newsroom.collab.stop();
  await newsroom.closed();
  const [row] = await appDatabase().select({ headline: articles.draftHeadline }).from(articles).where(eq(articles.id, made.value.id));
  expect(row?.headline).toHaveLength(200);
});

it.each([
  ["a cut line", (browser: Awaited<ReturnType<typeof openEditor>>) => browser.cut()],
  ["a line that is given up without a close", (browser: Awaited<ReturnType<typeof openEditor>>) => browser.giveUp()],
] as const)("takes what is typed without a pause across %s: nothing leans on what was lost, and the line is whole again", async (_, lose) => {
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { headline: "" }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const [row] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, made.value.id));
  const newsroom = await openNewsroom(editor);
  const browser = await openEditor(newsroom.url, made.value.id, row?.epoch ?? 0);
  const complaints = vi.spyOn(log(), "warn");
  const committed = async () => (await committedCopy(appDatabase(), made.value.id)).doc.getText("headline").toString();
  let letters = 0;
  const typing = setInterval(() => browser.doc.getText("headline").insert(letters, String.fromCharCode(97 + (letters++ % 26))), 4);
  for (let cut = 0; cut < 3; cut++) {
    await new Promise((done) => setTimeout(done, 250));
    lose(browser);
    const typedByThen = letters;
    // While typing goes on, and not only when it stops.
    await vi.waitUntil(async () => (await committed()).length > typedByThen, { timeout: 8000 });
  }
  clearInterval(typing);
  await browser.committed();
  expect(await committed()).toBe(browser.doc.getText("headline").toString());
  expect(browser.doc.getText("headline").length).toBe(letters);
  expect(browser.timesSynced()).toBe(4);
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
  browser.leave();
  await newsroom.collab.stop();
  await newsroom.closed();
}, 60_000);

it("keeps both at the table when two add the last picture that a gallery holds in the same instant", async () => {
  const editor = await somebody("editor");
  const gallery = { ...blocks.gallery.example, content: Array.from({ length: 49 }, () => blocks.figure.example) };
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { body: { type: "doc", content: [gallery] } }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const [article] = await appDatabase().select({ epoch: articles.epoch }).from(articles).where(eq(articles.id, made.value.id));
  const newsroom = await openNewsroom(editor);
  const [one, two] = await Promise.all([openEditor(newsroom.url, made.value.id, article?.epoch ?? 0), openEditor(newsroom.url, made.value.id, article?.epoch ?? 0)]);
  let gone = 0;
  for (const { cutOff } of [one, two]) void cutOff.then(() => gone++);
  const add = (doc: Y.Doc, alt: string) => {
    const picture = new Y.XmlElement("figure");
    for (const [name, value] of Object.entries({ ...blocks.figure.example.attrs, alt })) picture.setAttribute(name, value as string);
    (doc.getXmlFragment("body").get(0) as Y.XmlElement).push([picture]);
  };

  two.stopListening();
  add(one.doc, "Ana’s");
  add(two.doc, "Ben’s");
  await one.committed();
  two.listenAgain();
  await two.committed();
  const isWhole = (doc: Y.Doc) => doc.getXmlFragment("body").length === 2 && ["Ana’s", "Ben’s"].every((alt) => doc.getXmlFragment("body").toString().split(alt).length === 2);
  await vi.waitUntil(() => isWhole(one.doc) && isWhole(two.doc), { timeout: 5000 });
  expect(gone).toBe(0);

  for (const { leave } of [one, two]) leave();
  await newsroom.collab.stop();
  await newsroom.closed();
});

it("a copy is written in like a story, by its author alone, and whoever has it open is sent away once it is sent", async () => {
  const [ben, section] = [await somebody("editor"), await someSection()];
  const made = await createArticle.execute({ content: someContent(section.id, { headline: "Before" }) }, { actor: ben });
  if (!made.ok) throw new Error(made.failure.message);
  const copy = await startCopy.execute({ articleId: made.value.id }, { actor: ben });
  if (!copy.ok) throw new Error(copy.failure.message);
  const newsroom = await openNewsroom(ben);
  const browser = await openEditor(newsroom.url, "", proposalEpoch, () => undefined, `proposal:${copy.value.id}`);
  const codes: number[] = [];
  browser.closed((code) => codes.push(code));
  expect(browser.doc.getText("headline").toString()).toBe("Before");
  browser.doc.getText("headline").insert(6, " and after");
  await browser.committed();
  expect((await proposalContent(appDatabase(), copy.value.id)).headline).toBe("Before and after");
  expect((await committedCopy(appDatabase(), made.value.id)).doc.getText("headline").toString()).toBe("Before");
  expect(newsroom.collab.presence.inStories()).toEqual({});

  for (const role of ["administrator", "editor", "author"] as const) expect(await admission(await somebody(role), { kind: "proposal", id: copy.value.id }), role).toBeNull();

  expect((await sendProposal.execute({ articleId: made.value.id, proposalId: copy.value.id, word: "Better" }, { actor: ben })).ok).toBe(true);
  await vi.waitUntil(() => codes.length > 0, { timeout: 5000 });
  expect(codes[0]).toBe(CloseCode.withdrawn);
  browser.leave();
  await newsroom.collab.stop();
  await newsroom.closed();
});

/** What another process hears and says: a name of its own, and ears of its own. */
async function otherProcess({ deaf = false } = {}) {
  const news = createStoryNews();
  const client = postgres(database.urls.appUrl, { max: 1, onnotice: () => undefined });
  if (!deaf) await client.listen(storyChannel, news.hear);
  return { news, end: () => client.end() };
}

it.each([
  ["at once", {}, 1000],
  ["soon, though no word of it came through", { deaf: true }, catchUpEvery + 1000],
] as const)("people at two processes see each other’s words %s", async (_, ears, within) => {
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { headline: "" }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const processes = [await otherProcess(ears), await otherProcess(ears)];
  const newsrooms = await Promise.all(processes.map(({ news }) => openNewsroom(editor, news)));
  const [ana, ben] = await Promise.all(newsrooms.map(({ url }) => openEditor(url, made.value.id, 1)));
  if (!ana || !ben) throw new Error("Nobody came.");
  ana.doc.getText("headline").insert(0, "At one");
  ben.doc.getText("kicker").insert(0, "At another");
  await Promise.all([ana.committed(), ben.committed()]);
  await vi.waitUntil(() => ana.doc.getText("kicker").toString() === "At another" && ben.doc.getText("headline").toString() === "At one", { timeout: within });
  ana.leave();
  ben.leave();
  for (const { collab, closed } of newsrooms) {
    await collab.stop();
    await closed();
  }
  for (const { end } of processes) await end();
});

it.each([
  ["who somebody is", 0],
  ["the story", 2],
] as const)("lets nobody go for good because the database was away when %s was asked for: they come back and are let in", async (_, answers) => {
  const { app, ...others } = fromProcess("database");
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { headline: "Here" }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const newsroom = await openNewsroom(editor);
  let asked = 0;
  const away = () => {
    if (asked++ >= answers) throw new DatabaseUnavailable("The database is away.");
    return app.current();
  };
  provide("database", { app: { ...app, current: away }, ...others });
  setTimeout(() => provide("database", { app, ...others }), 400);
  const refusals: string[] = [];
  const told = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
  const browsers = await Promise.all([1, 2].map(() => openEditor(newsroom.url, made.value.id, 1, (reason) => refusals.push(reason))));
  for (const { doc, leave } of browsers) {
    expect(doc.getText("headline").toString()).toBe("Here");
    leave();
  }
  expect(asked).toBeGreaterThan(answers);
  expect(told).toHaveBeenCalled();
  told.mockRestore();
  expect(refusals).toEqual([]);
  await newsroom.collab.stop();
  await newsroom.closed();
});
