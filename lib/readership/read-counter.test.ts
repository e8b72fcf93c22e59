import { expect, it } from "vitest";
import { mostFromOneNetwork, ReadCounter } from "@/lib/readership/read-counter";

const hour = 3_600_000;

it("counts the readers of a story, and one who comes again and again three times an hour", () => {
  let now = 0;
  const counter = new ReadCounter(() => now);
  for (let time = 0; time < 10; time++) expect(counter.note("boat", "a")).toBe(time < mostFromOneNetwork);
  expect(counter.note("boat", "b")).toBe(true);
  expect(counter.note("tram", "a")).toBe(true);
  expect(counter.take()).toEqual([{ slug: "boat", reads: 4 }, { slug: "tram", reads: 1 }]);
  expect(counter.take()).toEqual([]);
  now = hour;
  expect(counter.note("boat", "a")).toBe(true);
});

it("takes back what could not be written, and adds what came meanwhile", () => {
  const counter = new ReadCounter();
  counter.note("boat", "a");
  const taken = counter.take();
  counter.note("boat", "b");
  counter.giveBack(taken);
  expect(counter.take()).toEqual([{ slug: "boat", reads: 2 }]);
});

it("holds no more than it may, whatever is sent, and nothing from which somebody could be known", () => {
  const counter = new ReadCounter(() => 0, 100);
  for (let number = 0; number < 1000; number++) counter.note(`story-${number}`, "203.0.113.7");
  expect(counter.take()).toHaveLength(100);
  expect(JSON.stringify([...Object.values(counter).flatMap((value) => (value instanceof Map ? [...value] : []))])).not.toContain("203.0.113.7");
});
