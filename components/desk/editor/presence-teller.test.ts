import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { gatherPresence, PresenceTeller, presenceInWords, restBetweenPresence } from "@/components/desk/editor/presence-teller";

const people = (...names: string[]) => names.map((name) => ({ id: name.toLowerCase(), name }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  [people(), people("Ana"), "Ana joined"],
  [people(), people("Ana", "Ben"), "Ana and Ben joined"],
  [people("Wim"), people("Wim", "Ana", "Ben", "Cem"), "Ana and 2 others joined"],
  [people("Ana"), people(), "Ana left"],
  [people("Ana", "Ben"), people("Cem"), "Cem joined. Ana and Ben left"],
  [people("Ana"), people("Ana"), ""],
])("says who came and who went", (before, now, words) => {
  expect(presenceInWords(before, now)).toBe(words);
});

it("says at most every thirty seconds, gathers what happens meanwhile, and does not tell of who only looked in", () => {
  const said: string[] = [];
  const teller = new PresenceTeller((words) => said.push(words));
  teller.see(people("Ana"));
  teller.see(people("Ana", "Ben"));
  vi.advanceTimersByTime(gatherPresence);
  expect(said).toEqual(["Ana and Ben joined"]);
  teller.see(people("Ana", "Ben", "Cem"));
  vi.advanceTimersByTime(restBetweenPresence / 2);
  teller.see(people("Ben"));
  vi.advanceTimersByTime(restBetweenPresence / 2 - 1);
  expect(said).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(said.slice(1)).toEqual(["Ana left"]);
});

it("begins anew soon where nothing had to be said, and is silent once it is stopped", () => {
  const said: string[] = [];
  const teller = new PresenceTeller((words) => said.push(words));
  teller.see(people("Ana"));
  teller.see(people());
  vi.advanceTimersByTime(gatherPresence);
  expect(said).toEqual([]);
  teller.see(people("Ben"));
  teller.stop();
  vi.advanceTimersByTime(restBetweenPresence);
  expect(said).toEqual([]);
});
