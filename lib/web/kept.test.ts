import { beforeEach, expect, it } from "vitest";
import { createEventHub, type EventHub } from "@/lib/core/events";
import { provide } from "@/lib/kernel/process-store";
import { keptUntil } from "@/lib/web/kept";

let hub: EventHub;
let number = 0;
const told = (name: "settings.changed" | "comment.posted") => hub.announce({ id: ++number, name, subjectType: "settings", subjectId: "paper", data: {}, at: new Date(0) });

beforeEach(() => {
  hub = createEventHub();
  provide("events", hub);
});

it("reads once for everybody, and anew after an event that touches it", async () => {
  let reads = 0;
  const frame = keptUntil(["settings"], async () => ++reads);
  expect(await Promise.all([frame(), frame()])).toEqual([1, 1]);
  told("comment.posted");
  expect(await frame()).toBe(1);
  told("settings.changed");
  expect(await frame()).toBe(2);
});

it("does not keep what was being read when the event came", async () => {
  const waiting: ((value: string) => void)[] = [];
  const frame = keptUntil(["settings"], () => new Promise<string>((done) => waiting.push(done)));
  const before = frame();
  told("settings.changed");
  const after = frame();
  waiting[0]?.("old");
  waiting[1]?.("new");
  expect(await before).toBe("old");
  expect(await after).toBe("new");
  expect(await frame()).toBe("new");
});

it("asks again after a read that failed, and after five minutes", async () => {
  let reads = 0;
  let time = 0;
  const frame = keptUntil(["settings"], async () => { if (++reads === 1) throw new Error("The database cannot be reached."); return reads; }, () => time);
  await expect(frame()).rejects.toThrow("cannot be reached");
  expect(await frame()).toBe(2);
  time = 299_999;
  expect(await frame()).toBe(2);
  time = 300_000;
  expect(await frame()).toBe(3);
});
