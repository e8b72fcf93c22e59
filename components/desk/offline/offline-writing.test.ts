import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { forgetOffline } from "@/components/desk/offline/forget";
import { OfflineStore, placeOf } from "@/components/desk/offline/offline-store";
import { OfflineWriting, openedHere } from "@/components/desk/offline/offline-writing";
import { openedBy } from "@/components/desk/offline/seal-to";
import { offlineKeyPair } from "@/lib/articles/offline-key-pair";

const keys = offlineKeyPair("a secret", "ana", "l".repeat(22));
const ana = { name: "l".repeat(22), person: "ana", publicKey: keys.publicKey, language: "en", askedAt: 0 } as const;
const none = () => undefined;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const store = await OfflineStore.openFor("ana", none);
  await store.putBearer(ana);
  store.close();
});

async function writing() {
  let tell: () => void = none;
  const opened = await openedHere(() => tell());
  if (!opened) return expect.unreachable();
  const made = new OfflineWriting(opened.store, opened.bearer);
  tell = () => made.gone();
  return { made, ...opened };
}

it("what is written is on the disk within a quarter of a second, unreadable, and the private half brings all of it back", { retry: 2 }, async () => {
  const { made, store } = await writing();
  const began = performance.now();
  made.doc.getText("headline").insert(0, "Sourcemarker");
  expect(made.snapshot()).toBe("keeping");
  await vi.waitUntil(() => made.snapshot() === "kept", { interval: 5 });
  expect(performance.now() - began).toBeLessThan(250);
  made.doc.getText("headline").insert(0, "Night ");
  await made.flush();
  const [story, ...others] = await store.stories();
  expect(others).toEqual([]);
  if (!story) return expect.unreachable();
  expect(new TextDecoder("latin1").decode(story.sealed.bytes)).not.toMatch(/Night|Sourcemarker/);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await openedBy(keys.privateKey, story.ephemeral, placeOf(story), story.sealed));
  expect(doc.getText("headline").toString()).toBe("Night Sourcemarker");
});

it("a page that is only looked at leaves nothing, and neither does one in which all was deleted again", async () => {
  const { made, store } = await writing();
  made.doc.getXmlFragment("body").insert(0, [new Y.XmlElement("paragraph")]);
  await made.flush();
  expect([made.snapshot(), await store.stories()]).toEqual(["nothing", []]);
  made.doc.getText("standfirst").insert(0, "It sails.");
  await made.flush();
  expect(await store.stories()).toHaveLength(1);
  made.doc.getText("standfirst").delete(0, 9);
  await made.flush();
  expect([made.snapshot(), await store.stories()]).toEqual(["nothing", []]);
});

it("what came in is let go of, unless it was written in since", async () => {
  const { made, store } = await writing();
  made.doc.getText("headline").insert(0, "Ferry");
  await made.flush();
  const [early] = await store.stories();
  made.doc.getText("headline").insert(0, "Night ");
  await made.flush();
  if (!early) return expect.unreachable();
  await store.remove(early);
  expect(await store.stories()).toHaveLength(1);
  await made.forget();
  expect(await store.stories()).toEqual([]);
});

it("signed out, nothing is on the device and it is said; somebody else finds nothing either", async () => {
  const { made } = await writing();
  made.doc.getText("headline").insert(0, "Sourcemarker");
  await made.flush();
  forgetOffline();
  await vi.waitUntil(() => made.snapshot() === "signed_out");
  made.doc.getText("headline").insert(0, "Night ");
  await made.flush();
  expect(await openedHere(none)).toBeNull();

  const again = await OfflineStore.openFor("ana", none);
  await again.putBearer(ana);
  const next = await writing();
  next.made.doc.getText("headline").insert(0, "Sourcemarker");
  await next.made.flush();
  again.close();
  const ben = await OfflineStore.openFor("ben", none);
  expect([await ben.bearer(), await ben.stories()]).toEqual([undefined, []]);
  expect(next.made.snapshot()).toBe("signed_out");
});

it("without room it is said that nothing is kept", async () => {
  const { made, store } = await writing();
  vi.spyOn(store, "put").mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
  made.doc.getText("headline").insert(0, "Ferry");
  await made.flush();
  expect(made.snapshot()).toBe("full");
  made.doc.getText("headline").insert(0, "Night ");
  await made.flush();
  expect(made.snapshot()).toBe("kept");
});
