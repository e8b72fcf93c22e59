import { afterEach, expect, it, vi } from "vitest";
import { derivedId, newId, withSeededIds } from "./ids";

const timeOf = (id: string) => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

afterEach(() => vi.useRealTimers());

it("ids are UUIDs of version 7 that sort in the order they were made in, however many fall into one millisecond", () => {
  const made = Array.from({ length: 20_000 }, newId);
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
});

it("a clock that stands still or is put back makes no id that sorts before an older one", () => {
  const later = Date.now() + 60_000;
  vi.useFakeTimers({ now: later });
  const first = Array.from({ length: 5_000 }, newId);
  vi.setSystemTime(later - 5_000);
  const then = Array.from({ length: 100 }, newId);
  expect([...first, ...then].toSorted()).toEqual([...first, ...then]);
  expect(timeOf(first[0] ?? "")).toBe(later);
  vi.setSystemTime(later + 60_000);
  expect(timeOf(newId())).toBe(later + 60_000);
});

it("ids from a seed are the same on every run", async () => {
  const some = () => withSeededIds("a seed", () => 1_700_000_000_000, async () => [newId(), newId()]);
  expect(await some()).toEqual(await some());
});

it("an id that is derived is the same for the same words and another for any others, however they are joined", () => {
  const id = derivedId("work", "ana", "b");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId("work", "ana", "b")).toBe(id);
  expect(new Set([id, derivedId("work", "anab"), derivedId("work", "an", "ab"), derivedId("story", "ana", "b")]).size).toBe(4);
});
