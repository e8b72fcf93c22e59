import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { deviceDatabase } from "@/components/desk/editor/device/database-name";
import { type AsideWork, DeviceCopy } from "@/components/desk/editor/device/device-copy";
import { copyId, DeviceStore } from "@/components/desk/editor/device/device-store";
import { forgetDevice } from "@/components/desk/offline/forget";
import type { DeviceCopyAnswer } from "@/lib/articles/device-copy";
import { schemaVersion } from "@/lib/content/schema";
import { actingAsHeader } from "@/lib/kernel/acting-as-header";

const article = "0190a000-0000-7000-8000-000000000001";
const minute = 60_000;

/** What the server would say; a test changes it. */
let answer: DeviceCopyAnswer;
let lineIsUp: boolean;
let clock: number;
let tab: EventTarget;
let compareAsked: { isWhole: boolean; bytes: Uint8Array } | null = null;
let proposeAsked: { about: URLSearchParams; actingAs: string | null }[] = [];
let proposeAnswer: object;
const open: DeviceCopy[] = [];

/** The document of the server, and an editor over it whose line a test cuts. */
function editor(server: Y.Doc) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  /** What is held while a word is composed. */
  let isHeld = false;
  const provider = { unsyncedChanges: 0, isSynced: true, holds: null as { held(): boolean } | null };
  const listeners = { committed: new Set<() => void>(), state: new Set<() => void>(), event: new Set<() => void>() };
  let state = { ready: true, save: { kind: "saved" } as { kind: string; why?: string }, kept: null as string | null };
  let isUp = true;
  const sync = () => {
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    provider.unsyncedChanges = 0;
    for (const tell of listeners.committed) tell();
  };
  const say = (save: { kind: string; why?: string }) => {
    state = { ...state, save };
    for (const tell of listeners.state) tell();
  };
  doc.on("update", () => {
    if (provider.holds) {
      isHeld = true;
      return;
    }
    provider.unsyncedChanges += 1;
    if (isUp) queueMicrotask(sync);
  });
  const on = (which: Set<() => void>) => (listener: () => void) => {
    which.add(listener);
    return () => which.delete(listener);
  };
  const connection = {
    doc,
    yjs: Y,
    provider,
    rejoin: undefined as (() => Promise<void>) | undefined,
    snapshot: () => state,
    subscribe: on(listeners.state),
    onCommitted: on(listeners.committed),
    onStoryEvent: on(listeners.event),
    change: (part: object) => {
      state = { ...state, ...part };
    },
  };
  const reopened = vi.fn();
  return {
    connection,
    reopened,
    said: () => state.kept,
    type: (words: string) => {
      for (const letter of words) doc.getText("headline").insert(doc.getText("headline").length, letter);
    },
    cut: () => {
      isUp = false;
      say({ kind: "offline" });
    },
    /** Takes the line up again, as far as the device lets it. */
    mend: async () => {
      await Promise.race([connection.rejoin?.(), vi.waitUntil(() => reopened.mock.calls.length > 0)]);
      if (reopened.mock.calls.length > 0) return;
      isUp = true;
      sync();
      say({ kind: "saved" });
    },
    compose: () => {
      provider.holds = { held: () => isHeld };
    },
    /** The composed word goes to the line. */
    composed: () => {
      provider.holds = null;
      if (isHeld) provider.unsyncedChanges += 1;
      isHeld = false;
      if (isUp) queueMicrotask(sync);
    },
    /** What was sent earlier is acknowledged, or a colleague's change comes. */
    acknowledge: () => listeners.committed.forEach((tell) => void tell()),
    story: () => say,
    happen: () => listeners.event.forEach((tell) => void tell()),
    refuse: () => say({ kind: "refused", why: "rejected" }),
    keep: (person = "ines", epoch = 1) => {
      const copy = new DeviceCopy(connection as unknown as StoryConnection, { article, epoch, person, now: () => clock }, "UTC", reopened);
      open.push(copy);
      return copy;
    },
  };
}

/** What the server would compare with the story. */
async function compared(copy: DeviceCopy, work: AsideWork, story: Y.Doc): Promise<string> {
  await copy.compare(work);
  expect(compareAsked?.isWhole).toBe(!work.isOfThisDocument);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(story));
  Y.applyUpdate(doc, compareAsked?.bytes ?? new Uint8Array());
  return headline(doc);
}

const server = (words: string) => {
  const doc = new Y.Doc();
  doc.getText("headline").insert(0, words);
  return doc;
};
const headline = (doc: Y.Doc) => doc.getText("headline").toString();
const written = async () => {
  const store = await DeviceStore.open("ines", () => undefined);
  const changes = await store.changesOf(article);
  store.close();
  return changes;
};

/** Whose the database is. */
const bearer = () =>
  new Promise<string | undefined>((tell) => {
    const asked = indexedDB.open(deviceDatabase);
    asked.onsuccess = () => {
      const got = asked.result.transaction("device").objectStore("device").get("own");
      got.onsuccess = () => {
        asked.result.close();
        tell(got.result?.person);
      };
    };
  });

/** The tab is closed. */
const leave = () => {
  const event = new Event("beforeunload", { cancelable: true });
  tab.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  tab = new EventTarget();
  vi.stubGlobal("addEventListener", tab.addEventListener.bind(tab));
  globalThis.indexedDB = new IDBFactory();
  answer = { person: "ines", key: Buffer.alloc(32, 7).toString("base64"), published: null, epoch: 1, drop: [] };
  proposeAsked = [];
  proposeAnswer = { value: { id: "a proposal" } };
  lineIsUp = true;
  clock = Date.UTC(2026, 10, 27, 9);
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    if (!lineIsUp) throw new TypeError("Failed to fetch");
    if (address.includes("/compare-copy")) compareAsked = { isWhole: address.endsWith("?whole=1"), bytes: init?.body as Uint8Array };
    if (address.includes("/propose-work")) {
      proposeAsked.push({ about: new URL(address, "https://paper.example").searchParams, actingAs: new Headers(init?.headers).get(actingAsHeader) });
      return Response.json(proposeAnswer);
    }
    return Response.json({ value: answer });
  });
});

afterEach(async () => {
  for (const copy of open.splice(0)) {
    copy.end();
    await copy.settled();
  }
  vi.unstubAllGlobals();
});

describe("while the line is down", () => {
  it("what is typed is on the disk within a quarter of a second, counted as a person counts, and cannot be read there", { retry: 2 }, async () => {
    const ines = editor(server("Ferry"));
    ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    const began = performance.now();
    ines.type(" sails");
    await vi.waitUntil(() => ines.said() === "6 changes kept on this device", { interval: 5 });
    expect(performance.now() - began).toBeLessThan(250);
    const [changes] = await written();
    expect(changes).toMatchObject({ copy: copyId("ines", article, 1), changes: 6, aside: null });
    expect(new TextDecoder("latin1").decode(changes?.sealed.bytes)).not.toContain("sails");
  });

  it("typing with a line leaves nothing behind, and a line that is mended takes everything off the disk", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.type(" a");
    await copy.settled();
    expect(await written()).toEqual([]);
    ines.cut();
    ines.type("b");
    await vi.waitUntil(() => ines.said() === "1 change kept on this device");
    await ines.mend();
    await vi.waitUntil(async () => (await written()).length === 0);
    expect(headline(paper)).toBe("Ferry ab");
    expect(ines.said()).toBe("nothing unsent");
  });

  it("a word that is being composed is kept, whatever is acknowledged meanwhile, and what is typed after it leans on nothing that is missing", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.compose();
    ines.type(" sails");
    ines.acknowledge();
    await vi.waitUntil(() => ines.said() === "6 changes kept on this device");
    ines.acknowledge();
    ines.cut();
    ines.composed();
    ines.type(" on");
    await vi.waitUntil(() => ines.said() === "9 changes kept on this device");
    copy.end();
    await copy.settled();
    const next = editor(paper);
    next.keep();
    await vi.waitUntil(() => headline(paper) === "Ferry sails on");
    await vi.waitUntil(async () => (await written()).length === 0);
  });

  it("what an earlier tab left stays on the disk while a word is composed, until it is sent", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    const ines = editor(paper);
    ines.compose();
    const copy = ines.keep();
    await vi.waitUntil(() => headline(ines.connection.doc) === "Ferry sails");
    await copy.settled();
    expect(await written()).toHaveLength(1);
    ines.composed();
    await vi.waitUntil(async () => (await written()).length === 0);
    expect(headline(paper)).toBe("Ferry sails");
  });

  it("hundreds of pieces become one", async () => {
    const ines = editor(server(""));
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    for (let at = 0; at < 70; at++) {
      ines.type("a");
      vi.stubGlobal("document", Object.assign(document, { visibilityState: "hidden" }));
      document.dispatchEvent(new Event("visibilitychange"));
      await copy.settled();
    }
    const changes = await written();
    expect(changes.length).toBeLessThan(20);
    expect(changes.reduce((sum, one) => sum + one.changes, 0)).toBe(70);
    expect(ines.said()).toBe("70 changes kept on this device");
  });
});

/** Ines types without a line, and her tab is killed: nothing of it is told goodbye. */
async function killedTab(paper: Y.Doc, words: string) {
  const ines = editor(paper);
  ines.keep();
  await vi.waitUntil(() => ines.said() === "nothing unsent");
  ines.cut();
  ines.type(words);
  await vi.waitUntil(() => ines.said()?.includes("kept"));
}

describe("after the tab was killed", () => {
  it("the next one brings it in, and two that do it at once send it once", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    paper.getText("headline").insert(0, "Night ");
    const [first, second] = [editor(paper), editor(paper)];
    first.keep();
    second.keep();
    await vi.waitUntil(() => headline(paper) === "Night Ferry sails");
    await vi.waitUntil(async () => (await written()).length === 0);
    expect(headline(first.connection.doc)).toBe("Night Ferry sails");
    expect(headline(second.connection.doc)).toBe("Night Ferry sails");
  });

  it("somebody else on the same browser finds nothing, and nothing of it is left", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    answer.person = "bea";
    const bea = editor(paper);
    bea.keep("bea");
    await vi.waitUntil(() => bea.said() === "nothing unsent");
    expect(headline(paper)).toBe("Ferry");
    expect(await written()).toEqual([]);
  });

  it("with another key it is not read and not thrown away", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    answer.key = Buffer.alloc(32, 8).toString("base64");
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => copy.snapshot().asides.length === 1);
    expect(copy.snapshot().asides[0]?.bytes).toBeNull();
    expect(await written()).toHaveLength(1);
  });

  it("what lies aside becomes a proposal under one name, in whichever tab and however often it is asked for, and only then goes from the disk", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    clock += 25 * 60 * minute;
    const copies = [editor(paper).keep(), editor(paper).keep()];
    await vi.waitUntil(() => copies.every((copy) => copy.snapshot().asides.length === 1));
    const [[one], [other]] = copies.map((copy) => copy.snapshot().asides) as [AsideWork[], AsideWork[]];
    if (!one || !other) return expect.unreachable();
    proposeAnswer = { failure: { code: "conflict", reason: "nothing_changed", message: "The story says all of it already." } };
    expect(await copies[0]?.propose(one)).toBe("The story says all of it already.");
    lineIsUp = false;
    expect(await copies[0]?.propose(one)).toMatch(/cannot be reached/);
    expect(await written()).toHaveLength(1);
    lineIsUp = true;
    proposeAnswer = { value: { id: "a proposal" } };
    expect([await copies[0]?.propose(one), await copies[1]?.propose(other)]).toEqual([null, null]);
    expect(await written()).toEqual([]);
    expect(copies.map((copy) => copy.snapshot())).toMatchObject([{ asides: [], proposed: [{ id: "a proposal" }] }, { asides: [], proposed: [{ id: "a proposal" }] }]);
    expect(new Set(proposeAsked.map(({ about }) => about.get("work"))).size).toBe(1);
    expect(new Set(proposeAsked.map(({ actingAs }) => actingAs))).toEqual(new Set(["ines"]));
    expect(Object.fromEntries(proposeAsked[0]?.about ?? [])).toMatchObject({ reason: "long", whole: "0", since: "2026-11-27T09:00:00.000Z" });
    expect(headline(paper)).toBe("Ferry");
  });

  it.each([
    ["published", () => (answer.published = "0190a000-0000-7000-8000-00000000000a"), 2 * 60 * minute],
    ["long", () => undefined, 25 * 60 * minute],
  ])("where it was %s it lies aside, can be looked at, taken in, or thrown away", async (reason, happens, later) => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    happens();
    clock += later;
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => copy.snapshot().asides.length === 1);
    const [work] = copy.snapshot().asides;
    expect(work).toMatchObject({ reason, changes: 6 });
    expect(headline(paper)).toBe("Ferry");
    if (!work) return;
    expect(await compared(copy, work, paper)).toBe("Ferry sails");
    // It waits for as long as it takes.
    const again = editor(paper);
    const later2 = again.keep();
    await vi.waitUntil(() => later2.snapshot().asides.length === 1);
    expect(await copy.takeIn(work)).toBe(true);
    expect(headline(ines.connection.doc)).toBe("Ferry sails");
    await vi.waitUntil(() => headline(paper) === "Ferry sails");
    await vi.waitUntil(async () => (await written()).length === 0);
    expect(copy.snapshot().asides).toEqual([]);
  });

  it("thrown away it is gone from the disk", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    clock += 25 * 60 * minute;
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => copy.snapshot().asides.length === 1);
    for (const work of copy.snapshot().asides) await copy.throwAway(work);
    expect(await written()).toEqual([]);
  });

  it("in a document that was rebuilt it is never joined, but can be read beside it", async () => {
    await killedTab(server("Ferry"), " sails");
    answer.epoch = 2;
    const ines = editor(server("Another document"));
    const copy = ines.keep("ines", 2);
    await vi.waitUntil(() => copy.snapshot().asides.length === 1);
    const [work] = copy.snapshot().asides;
    expect(work).toMatchObject({ reason: "epoch", isOfThisDocument: false });
    if (!work) return;
    expect(await copy.takeIn(work)).toBe(false);
    expect(await compared(copy, work, new Y.Doc())).toBe("Ferry sails");
  });

  it("what leans on something the server does not have is not sent", async () => {
    await killedTab(server("Ferry"), " sails");
    const ines = editor(server("A paper that was set up anew"));
    const copy = ines.keep();
    await vi.waitUntil(() => copy.snapshot().asides.length === 1);
    expect(copy.snapshot().asides[0]?.reason).toBe("incomplete");
    expect(headline(ines.connection.doc)).toBe("A paper that was set up anew");
  });

  it("what leans on something the server does not have is compared with what it was written on, also at a later opening", async () => {
    await killedTab(server("Ferry"), " sails");
    for (const opening of ["first", "second"]) {
      const ines = editor(server("Anew"));
      const copy = ines.keep();
      await vi.waitUntil(() => copy.snapshot().asides.length === 1);
      await copy.settled();
      ines.cut();
      await copy.settled();
      const [work] = copy.snapshot().asides;
      if (work) expect(await compared(copy, work, new Y.Doc()), opening).toBe("Ferry sails");
    }
    expect.assertions(4);
  });

  it("what a newer page has written is left alone by an older one", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    const store = await DeviceStore.open("ines", () => undefined);
    const copy = await store.copy(copyId("ines", article, 1));
    if (copy) await store.putCopy({ ...copy, schema: schemaVersion + 1 });
    store.close();
    const ines = editor(paper);
    const kept = ines.keep();
    await vi.waitUntil(() => kept.snapshot().notKept === "newer");
    expect(headline(paper)).toBe("Ferry");
    expect(await written()).toHaveLength(1);
  });

  it("what was not opened for thirty days is forgotten", async () => {
    const paper = server("Ferry");
    await killedTab(paper, " sails");
    clock += 31 * 24 * 60 * minute;
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    await copy.settled();
    expect(await written()).toEqual([]);
    expect(headline(paper)).toBe("Ferry");
  });
});

describe("in a tab that stays open", () => {
  it("hours without a line are merged where the story stood still", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    ines.type(" sails");
    clock += 8 * 60 * minute;
    paper.getText("headline").insert(0, "Night ");
    await ines.mend();
    expect(ines.reopened).not.toHaveBeenCalled();
    expect(headline(paper)).toBe("Night Ferry sails");
  });

  it("published meanwhile, the story is opened anew without them, and they lie aside", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    ines.type(" sails");
    clock += 10 * minute;
    answer.published = "0190a000-0000-7000-8000-00000000000a";
    await ines.mend();
    expect(ines.reopened).toHaveBeenCalledOnce();
    expect(headline(paper)).toBe("Ferry");
    expect(await written()).toMatchObject([{ aside: "published", changes: 6 }]);
  });

  it("the same where the browser keeps nothing: they lie aside in the tab", async () => {
    vi.stubGlobal("indexedDB", { open: () => { throw new DOMException("No.", "SecurityError"); } });
    const paper = server("Ferry");
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => copy.snapshot().notKept === "unavailable");
    ines.cut();
    ines.type(" sails");
    await vi.waitUntil(() => ines.said() === "this device keeps no copy, keep this tab open");
    clock += 25 * 60 * minute;
    await ines.mend();
    expect(ines.reopened).toHaveBeenCalledOnce();
    copy.end();
    const anew = editor(paper);
    const next = anew.keep();
    await vi.waitUntil(() => next.snapshot().asides.length === 1);
    expect(leave().defaultPrevented).toBe(true);
    for (const work of next.snapshot().asides) expect(await next.takeIn(work)).toBe(true);
    await vi.waitUntil(() => headline(paper) === "Ferry sails");
    expect(next.snapshot().asides).toEqual([]);
    expect(leave().defaultPrevented).toBe(false);
  });

  it("what lay aside in the tab alone is kept like anything typed once it is taken in without a line", async () => {
    const noRoom = vi.spyOn(DeviceStore.prototype, "append").mockRejectedValue(new DOMException("Full.", "QuotaExceededError"));
    const paper = server("Ferry");
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    ines.type(" sails");
    await vi.waitUntil(() => copy.snapshot().notKept === "full");
    clock += 25 * 60 * minute;
    await ines.mend();
    copy.end();
    noRoom.mockRestore();
    const anew = editor(paper);
    const next = anew.keep();
    await vi.waitUntil(() => next.snapshot().asides.length === 1);
    await next.settled();
    anew.cut();
    for (const work of next.snapshot().asides) expect(await next.takeIn(work)).toBe(true);
    await vi.waitUntil(() => anew.said() === "6 changes kept on this device");
    expect(await written()).toMatchObject([{ changes: 6 }]);
  });

  it("what the server refuses lies aside at the next opening and is not sent again and again", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    ines.type(" sails");
    await vi.waitUntil(() => ines.said()?.includes("6 changes"));
    ines.refuse();
    await copy.settled();
    await vi.waitUntil(async () => (await written())[0]?.aside === "refused");
  });

  it("forbidden, the copy is deleted at once, and the words stay in the tab", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    await vi.waitUntil(async () => (await indexedDB.databases()).length === 1);
    answer = { ...answer, key: null, drop: [article] };
    ines.happen();
    await vi.waitUntil(() => ines.said() === "this story is not kept on devices, keep this tab open");
    ines.cut();
    ines.type(" sails");
    await new Promise((done) => setTimeout(done, 200));
    expect(await written()).toEqual([]);
    await ines.mend();
    expect(headline(paper)).toBe("Ferry sails");
  });

  it("a sign-out in another tab deletes everything at once, and this one keeps its words and says so", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    ines.type(" sails");
    await vi.waitUntil(() => ines.said()?.includes("6 changes"));
    forgetDevice();
    await vi.waitUntil(() => ines.said() === "this device keeps no copy, keep this tab open");
    await vi.waitUntil(async () => !(await indexedDB.databases()).some(({ name }) => name === deviceDatabase));
    ines.type(" on");
    await ines.mend();
    expect(headline(paper)).toBe("Ferry sails on");
  });

  it("where somebody else has signed in meanwhile, nothing of this tab is written any more", async () => {
    const ines = editor(server("Ferry"));
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    answer.person = "bea";
    const closed = vi.spyOn(DeviceStore.prototype, "close");
    ines.happen();
    await vi.waitUntil(() => copy.snapshot().notKept === "signed_out");
    expect(closed).toHaveBeenCalled();
    closed.mockRestore();
    ines.cut();
    ines.type(" sails");
    await new Promise((done) => setTimeout(done, 200));
    expect(await written()).toEqual([]);
  });

  it("where somebody else has signed in meanwhile, her copy is left alone, and the line is not asked about the unsent", async () => {
    const ines = editor(server("Ferry"));
    const copy = ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    ines.cut();
    ines.type(" sails");
    await vi.waitUntil(() => ines.said()?.includes("6 changes"));
    forgetDevice();
    await vi.waitUntil(() => copy.snapshot().notKept === "signed_out");
    answer = { ...answer, person: "bea", published: "0190a000-0000-7000-8000-00000000000a" };
    editor(server("Hers")).keep("bea");
    const herStore = async () => (await indexedDB.databases()).some(({ name }) => name === deviceDatabase) && (await bearer()) === "bea";
    await vi.waitUntil(herStore);
    // The door refuses her line; until then the words stay in the tab, whatever happened to the story.
    clock += 10 * minute;
    await ines.connection.rejoin?.();
    expect(ines.reopened).not.toHaveBeenCalled();
    ines.connection.provider.unsyncedChanges = 0;
    ines.happen();
    await new Promise((done) => setTimeout(done, 100));
    expect(await bearer()).toBe("bea");
    expect(copy.snapshot().notKept).toBe("signed_out");
  });

  it("a full disk is said, and nothing is lost in the tab", async () => {
    const paper = server("Ferry");
    const ines = editor(paper);
    ines.keep();
    await vi.waitUntil(() => ines.said() === "nothing unsent");
    const full = vi.spyOn(DeviceStore.prototype, "append").mockRejectedValue(new DOMException("Full.", "QuotaExceededError"));
    ines.cut();
    ines.type(" sails");
    await vi.waitUntil(() => ines.said() === "this device keeps no copy, keep this tab open");
    full.mockRestore();
    await ines.mend();
    expect(headline(paper)).toBe("Ferry sails");
    lineIsUp = false;
  });
});
