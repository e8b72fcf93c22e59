import { expect, it } from "vitest";
import { tellingOf } from "@/lib/comparison/tellings";
import { emptyStory, type StoryContent } from "@/lib/content/document";

const version = (headline: string): { hash: string; read: () => StoryContent } => ({ hash: `hash of ${headline}`, read: () => ({ ...emptyStory(), headline }) });
const unread = ({ hash }: { hash: string }) => ({ hash, read: (): StoryContent => expect.unreachable("It was read again.") });

it("tells what became of a version, and compares the same two only once", () => {
  const told = tellingOf(version("The boat stays"), version("The boat sails"));
  expect(told).toEqual({ clauses: ["changed the headline"], gone: 1, come: 1 });
  expect(tellingOf(unread(version("The boat stays")), unread(version("The boat sails")))).toBe(told);
  expect(tellingOf(unread(version("The same")), unread(version("The same")))).toEqual({ clauses: [], gone: 0, come: 0 });
});

it("forgets those longest unasked for when it has kept as many as it may", () => {
  const kept = tellingOf(version("Kept"), version("Other"));
  for (let at = 0; at < 1000; at++) {
    tellingOf(version("Kept"), version("Other"));
    tellingOf(version(`${at}`), version("Other"));
  }
  expect(tellingOf(unread(version("Kept")), unread(version("Other")))).toBe(kept);
  expect(() => tellingOf(unread(version("0")), unread(version("Other")))).toThrow("read again");
});
