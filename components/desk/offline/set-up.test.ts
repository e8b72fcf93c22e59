import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { offlineDatabase, workerCaches } from "@/components/desk/editor/device/database-name";
import { OfflineStore } from "@/components/desk/offline/offline-store";
import { OfflineWriting, openedHere } from "@/components/desk/offline/offline-writing";
import { type Coming, setUp } from "@/components/desk/offline/set-up";
import { offlineKeyPair } from "@/lib/articles/offline-key-pair";
import type { OfflineKeysAnswer, OfflineKeysInput } from "@/lib/articles/offline-keys";

let secret: string;
let mayKeep: boolean;
let who: string;
/** What the browser told of itself at each question. */
let asked: OfflineKeysInput[];
let registrations: { scope: string; unregister: () => Promise<void> }[];
let cached: string[];
let brought: { id: string; person: string; headline: string }[];
let told: Coming[];
/** What the server says instead of keys. */
let refusal: object | null;
let signedIn: string;

const bring = async ({ id, person, state }: { id: string; person: string; state: Uint8Array }) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  brought.push({ id, person, headline: doc.getText("headline").toString() });
  return { value: { articleId: `article of ${id}` } };
};
const atDesk = (by = bring as Parameters<typeof setUp>[2]) => setUp({ person: who, mayKeep }, (story) => told.push(story), by);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  [secret, mayKeep, who, asked, registrations, cached, brought, told] = ["a secret", true, "ana", [], [], [], [], []];
  const serviceWorker = {
    register: async (_script: string, { scope }: { scope: string }) => {
      const one = { scope: `https://paper.example${scope}`, unregister: async () => void registrations.splice(registrations.indexOf(one), 1) };
      registrations.push(one);
      cached.push(`${workerCaches}1`);
    },
    getRegistrations: async () => [...registrations],
  };
  vi.stubGlobal("navigator", { serviceWorker });
  vi.stubGlobal("caches", { keys: async () => [...cached], delete: async (name: string) => void cached.splice(cached.indexOf(name), 1) });
  refusal = null;
  signedIn = "";
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    if (address === "/api/viewer") return Response.json({ value: { id: signedIn || who } });
    if (refusal) return Response.json({ failure: refusal });
    const input = JSON.parse(String(init.body)) as OfflineKeysInput;
    asked.push(input);
    const { publicKey, privateKey } = offlineKeyPair(secret, who, input.device);
    return Response.json({ value: { person: who, mayKeep, publicKey: mayKeep ? publicKey : null, privateKey: input.waiting ? privateKey : null, language: "en" } satisfies OfflineKeysAnswer });
  });
});

/** Somebody writes without the server, and closes the tab. */
async function written(headline: string) {
  const opened = await openedHere(() => undefined);
  if (!opened) return expect.unreachable();
  const writing = new OfflineWriting(opened.store, opened.bearer);
  writing.doc.getText("headline").insert(0, headline);
  await writing.flush();
  opened.store.close();
  return writing.id;
}

const isThere = async () => (await indexedDB.databases()).some(({ name }) => name === offlineDatabase);

it("at the desk a browser is readied once, not on each page", async () => {
  await atDesk();
  await atDesk();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ waiting: false });
  expect((await openedHere(() => undefined))?.bearer).toMatchObject({ person: "ana", language: "en" });
  expect(registrations).not.toEqual([]);
});

it("what waits comes in when the same person is back, is told of, and is let go of", async () => {
  await atDesk();
  const [first, second] = [await written("Night ferry"), await written("Fire at the quay")];
  await atDesk();
  expect(brought).toEqual([{ id: first, person: "ana", headline: "Night ferry" }, { id: second, person: "ana", headline: "Fire at the quay" }]);
  expect(told.map(({ as }) => as.kind)).toEqual(["coming", "here", "coming", "here"]);
  await atDesk();
  expect(brought).toHaveLength(2);
});

it("what the server does not take stays, and says why; thrown away it is gone", async () => {
  await atDesk();
  await written("Night ferry");
  await atDesk(async () => ({ failure: { code: "conflict", reason: "rejected", message: "The server does not take it." } }));
  const last = told.at(-1)?.as;
  expect(last).toMatchObject({ kind: "failed", why: "The server does not take it." });
  const store = await OfflineStore.open(() => undefined);
  expect(await store.stories()).toHaveLength(1);
  if (last?.kind === "failed") await last.throwAway();
  expect(await store.stories()).toEqual([]);
  store.close();
});

it("sealed under another secret it is neither read nor thrown away", async () => {
  await atDesk();
  await written("Night ferry");
  secret = "another secret";
  await atDesk();
  expect(told.at(-1)?.as).toMatchObject({ kind: "failed", why: expect.stringContaining("another key") });
  expect(brought).toEqual([]);
  expect((await openedHere(() => undefined))?.waiting).toBe(1);
});

it("somebody else at the desk finds nothing of it, and nothing of it is left", async () => {
  await atDesk();
  await written("Night ferry");
  who = "ben";
  await atDesk();
  expect(brought).toEqual([]);
  expect(await openedHere(() => undefined)).toMatchObject({ bearer: { person: "ben" }, waiting: 0 });
});

it("where the paper forbids copies, what waits comes in first, then everything is taken out of the browser", async () => {
  await atDesk();
  await written("Night ferry");
  mayKeep = false;
  await atDesk(async () => ({ failure: { code: "unavailable", reason: "offline", message: "The server cannot be reached." } }));
  expect([await isThere(), registrations.length]).toEqual([true, 1]);
  await atDesk();
  expect(brought).toMatchObject([{ headline: "Night ferry" }]);
  await vi.waitUntil(async () => !(await isThere()));
  expect([registrations, cached]).toEqual([[], []]);
});

it("a page that somebody else left open deletes nothing of whoever is signed in by now, and readies nothing", async () => {
  await atDesk();
  await written("Night ferry");
  [who, signedIn] = ["ben", "ana"];
  registrations.length = 0;
  await atDesk();
  expect(await openedHere(() => undefined)).toMatchObject({ bearer: { person: "ana" }, waiting: 1 });
  expect([registrations, told]).toEqual([[], []]);
});

it("whoever may begin no stories any more is told so where some wait, and her browser is left clean where none do", async () => {
  await atDesk();
  await written("Night ferry");
  mayKeep = false;
  refusal = { code: "forbidden", reason: "not_allowed", message: "You may not do this." };
  await atDesk();
  const last = told.at(-1)?.as;
  expect(last).toMatchObject({ kind: "failed", why: "You may not do this." });
  expect([await isThere(), registrations.length]).toEqual([true, 1]);
  if (last?.kind === "failed") await last.throwAway();
  await atDesk();
  await vi.waitUntil(async () => !(await isThere()));
  expect([registrations, cached]).toEqual([[], []]);
});

it("signed out meanwhile, a page that is shown again leaves neither a worker nor a database", async () => {
  refusal = { code: "unauthenticated", reason: "signed_out", message: "Please sign in." };
  await atDesk();
  await vi.waitUntil(async () => !(await isThere()));
  expect([registrations, told]).toEqual([[], []]);
});

it("where a browser does not list its databases, everything is taken out of it all the same", async () => {
  await atDesk();
  mayKeep = false;
  Object.assign(indexedDB, { databases: undefined });
  await atDesk();
  expect([registrations, cached]).toEqual([[], []]);
});

it("a browser without workers or without storage is left as it is", async () => {
  vi.stubGlobal("navigator", {});
  await atDesk();
  globalThis.indexedDB = { open: () => { throw new Error("no storage"); } } as unknown as IDBFactory;
  await atDesk();
  expect(told).toEqual([]);
});
