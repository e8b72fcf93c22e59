import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PageTag } from "@/lib/core/page-tags";
import { calmDrops } from "@/server/calm-drops";

let dropped: PageTag[][];
let tell: (tags: readonly PageTag[]) => void;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  dropped = [];
  tell = calmDrops((tags) => tags.length > 0 && dropped.push([...tags]));
});
afterEach(() => vi.useRealTimers());

it("tells five changes of a discussion in a second at once, and all further ones together when it is over", () => {
  for (let number = 0; number < 40; number++) tell(["discussion:hot", "discussions"]);
  expect(dropped.filter((tags) => tags.includes("discussion:hot"))).toHaveLength(5);
  expect(dropped.filter((tags) => tags.includes("discussions"))).toHaveLength(40);
  vi.advanceTimersByTime(999);
  expect(dropped.filter((tags) => tags.includes("discussion:hot"))).toHaveLength(5);
  vi.advanceTimersByTime(1);
  expect(dropped.filter((tags) => tags.includes("discussion:hot"))).toHaveLength(6);
  vi.advanceTimersByTime(10_000);
  expect(dropped.filter((tags) => tags.includes("discussion:hot"))).toHaveLength(6);
});

it("no change is ever forgotten: the last one is told within a second", () => {
  for (let time = 0; time < 10_000; time += 37) {
    tell(["discussion:hot"]);
    vi.advanceTimersByTime(37);
  }
  const before = dropped.length;
  expect(before).toBeLessThanOrEqual(61);
  expect(before).toBeGreaterThanOrEqual(40);
  for (let number = 0; number < 6; number++) tell(["discussion:hot"]);
  const told = dropped.length;
  vi.advanceTimersByTime(1000);
  expect(dropped.length).toBe(told + 1);
});

it("one hot discussion does not hold back another, nor any other page", () => {
  for (let number = 0; number < 20; number++) tell(["discussion:hot"]);
  tell(["discussion:calm", "article:hot", "articles"]);
  expect(dropped.at(-1)).toEqual(["discussion:calm", "article:hot", "articles"]);
});
