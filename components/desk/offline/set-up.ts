import { ask } from "@/components/desk/editor/api";
import { deskWorker, offlineDatabase } from "@/components/desk/editor/device/database-name";
import { nameAnew } from "@/components/desk/editor/device/device-store";
import { bringIn } from "@/components/desk/offline/bring-in";
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

/**
 * Brings in what was begun without the server in this browser by the same person, and readies it for the next time; where nothing may be kept, takes
 * all of it out of the browser, but first what waits comes in. Never rejects: where a browser keeps nothing, there is nothing to ready.
 */
export async function setUp(desk: AtDesk, tell: Tell, bring = bringIn): Promise<void> {
  try {
    if (!desk.mayKeep && !(await indexedDB.databases()).some(({ name }) => name === offlineDatabase)) return await removeWorker();
    const store = await OfflineStore.openFor(desk.person, () => undefined);
    // One tab at a time: what two did would be the same, but told twice.
    const isAllIn = await alone(() => bringAllIn(store, desk, tell, bring));
    store.close();
    if (desk.mayKeep) await navigator.serviceWorker?.register(deskWorker.script, { scope: deskWorker.scope, updateViaCache: "none" });
    else if (isAllIn) {
      forgetOffline();
      await removeWorker();
    }
  } catch {
    // No storage, or no worker: without the server this browser shows a page of its own.
  }
}

const alone = <Value>(act: () => Promise<Value>): Promise<Value | undefined> => (navigator.locks ? navigator.locks.request("standfirst-bring-in", { ifAvailable: true }, (lock) => (lock ? act() : undefined)) : act());

/** Whether nothing waits any more. */
async function bringAllIn(store: OfflineStore, { person, mayKeep }: AtDesk, tell: Tell, bring: typeof bringIn): Promise<boolean> {
  const [bearer, stories] = await Promise.all([store.bearer(), store.stories()]);
  if (bearer && stories.length === 0 && mayKeep && Date.now() - bearer.askedAt < askAgainAfter) return true;
  const name = bearer?.name ?? nameAnew();
  const asked = await ask<OfflineKeysAnswer>("/api/v1/offline-keys", { device: name, waiting: stories.length > 0 });
  if ("failure" in asked || asked.value.person !== person) return false;
  const { publicKey, privateKey, language } = asked.value;
  if (publicKey) await store.putBearer({ name, person, publicKey, language, askedAt: Date.now() });
  let isAllIn = true;
  for (const story of stories) isAllIn = (privateKey !== null && (await bringOneIn(store, story, privateKey, tell, bring))) && isAllIn;
  return isAllIn;
}

async function bringOneIn(store: OfflineStore, story: OfflineStory, half: PrivateHalf, tell: Tell, bring: typeof bringIn): Promise<boolean> {
  const { id, begunAt, person } = story;
  const failed = (why: string) => {
    tell({ id, begunAt, as: { kind: "failed", why, throwAway: () => letGo(story) } });
    return false;
  };
  tell({ id, begunAt, as: { kind: "coming" } });
  const state = await openedBy(half, story.ephemeral, placeOf(story), story.sealed).catch(() => null);
  if (!state) return failed("It cannot be read any more: this server has another key than the one it was written with.");
  const brought = await bring({ id, person, state });
  if ("failure" in brought) return failed(brought.failure.message);
  await store.remove(story);
  tell({ id, begunAt, as: { kind: "here", articleId: brought.value.articleId } });
  return true;
}

async function letGo(story: OfflineStory): Promise<void> {
  const store = await OfflineStore.open(() => undefined);
  await store.remove(story);
  store.close();
}
