import { ask, lost } from "@/components/desk/editor/api";
import { deskWorker, offlineDatabase } from "@/components/desk/editor/device/database-name";
import { nameAnew } from "@/components/desk/editor/device/device-store";
import type { bringIn } from "@/components/desk/offline/bring-in";
import { forgetOffline, removeWorker } from "@/components/desk/offline/forget";
import { OfflineStore, type OfflineStory, placeOf } from "@/components/desk/offline/offline-store";
import { openedBy } from "@/components/desk/offline/seal-to";
import type { OfflineKeysAnswer, PrivateHalf } from "@/lib/articles/offline-keys";

/** So long a key is good before it is asked for again, in milliseconds: the paper may have another secret by then. */
const askAgainAfter = 12 * 3_600_000;

/** What became of one story that was begun without the server. */
export type Coming = { id: string; begunAt: number; as: { kind: "coming" } | { kind: "here"; articleId: string } | { kind: "failed"; why: string; throwAway: () => Promise<void> } };

type Tell = (story: Coming) => void;

/** Who is at the desk, and whether browsers may keep anything of hers. */
export type AtDesk = { person: string; mayKeep: boolean };

/** What brings in comes only where something waits: it is heavier than all the rest. */
const bringLater: typeof bringIn = async (work) => {
  try {
    const { withEditor } = await import("@/components/desk/offline/with-editor");
    return await withEditor.bringIn(work);
  } catch {
    // The line went down again.
    return { failure: lost };
  }
};

/**
 * Brings in what was begun without the server in this browser by the same person, and readies it for the next time; where nothing may be kept, takes
 * all of it out of the browser, but first what waits comes in. Never rejects: where a browser keeps nothing, there is nothing to ready.
 */
export async function setUp(desk: AtDesk, tell: Tell, bring = bringLater): Promise<void> {
  try {
    if (!desk.mayKeep && !(await mayLieHere())) return await removeWorker();
    const store = await openFor(desk.person);
    if (!store) return;
    // One tab at a time: what two did would be the same, but told twice.
    const now = await alone(() => bringAllIn(store, desk, tell, bring));
    store.close();
    if (now === "left") forgetOffline();
    if (now === "ready" && desk.mayKeep) await navigator.serviceWorker?.register(deskWorker.script, { scope: deskWorker.scope, updateViaCache: "none" });
    if (now === "left" && !desk.mayKeep) await removeWorker();
  } catch {
    // No storage, or no worker: without the server this browser shows a page of its own.
  }
}

/** Whether anything may lie in this browser. Not every one lists its databases. */
async function mayLieHere(): Promise<boolean> {
  const all = await indexedDB.databases?.();
  return !all || all.some(({ name }) => name === offlineDatabase);
}

/** What this browser keeps, for whoever is at the desk; null where she is not any more. */
async function openFor(person: string): Promise<OfflineStore | null> {
  const store = await OfflineStore.open(() => undefined);
  const bearer = await store.bearer();
  if (!bearer || bearer.person === person) return store;
  store.close();
  // Asked first whose browser it is by now: a page that was left open must not delete what the next person keeps in it.
  const viewer = await ask<{ id: string } | null>("/api/viewer");
  if ("failure" in viewer || viewer.value?.id !== person) return null;
  return OfflineStore.openFor(person, () => undefined);
}

const alone = <Value>(act: () => Promise<Value>): Promise<Value | undefined> => (navigator.locks ? navigator.locks.request("standfirst-bring-in", { ifAvailable: true }, (lock) => (lock ? act() : undefined)) : act());

/** How this browser stands then: `ready` for the next time; `left`, with nothing in it that is worth keeping; or `as_it_was`. */
async function bringAllIn(store: OfflineStore, { person, mayKeep }: AtDesk, tell: Tell, bring: typeof bringIn): Promise<"ready" | "left" | "as_it_was"> {
  const [bearer, stories] = await Promise.all([store.bearer(), store.stories()]);
  if (stories.length === 0 && !mayKeep) return "left";
  if (bearer && stories.length === 0 && Date.now() - bearer.askedAt < askAgainAfter) return "ready";
  const name = bearer?.name ?? nameAnew();
  const asked = await ask<OfflineKeysAnswer>("/api/v1/offline-keys", { device: name, waiting: stories.length > 0 });
  if ("failure" in asked) {
    for (const story of stories) tell(failed(story, asked.failure.message));
    return bearer || stories.length > 0 ? "as_it_was" : "left";
  }
  if (asked.value.person !== person) return "as_it_was";
  const { publicKey, privateKey, language } = asked.value;
  if (publicKey) await store.putBearer({ name, person, publicKey, language, askedAt: Date.now() });
  let isAllIn = true;
  for (const story of stories) isAllIn = (privateKey !== null && (await bringOneIn(store, story, privateKey, tell, bring))) && isAllIn;
  if (mayKeep) return publicKey ? "ready" : "as_it_was";
  return isAllIn ? "left" : "as_it_was";
}

const failed = (story: OfflineStory, why: string): Coming => ({ id: story.id, begunAt: story.begunAt, as: { kind: "failed", why, throwAway: () => letGo(story) } });

async function bringOneIn(store: OfflineStore, story: OfflineStory, half: PrivateHalf, tell: Tell, bring: typeof bringIn): Promise<boolean> {
  const { id, begunAt, person } = story;
  const notIn = (why: string) => {
    tell(failed(story, why));
    return false;
  };
  tell({ id, begunAt, as: { kind: "coming" } });
  const state = await openedBy(half, story.ephemeral, placeOf(story), story.sealed).catch(() => null);
  if (!state) return notIn("It cannot be read any more: this server has another key than the one it was written with.");
  const brought = await bring({ id, person, state });
  if ("failure" in brought) return notIn(brought.failure.message);
  await store.remove(story);
  tell({ id, begunAt, as: { kind: "here", articleId: brought.value.articleId } });
  return true;
}

async function letGo(story: OfflineStory): Promise<void> {
  const store = await OfflineStore.open(() => undefined);
  await store.remove(story);
  store.close();
}
