import { describe, expect, it } from "vitest";
import { calmOrder, pictureAtTheHead } from "@/lib/articles/front-order";
import type { ArticleCard } from "@/lib/articles/views";

/** A card of which nothing but its name and its picture matters: "a2" is a story with the picture "2", "b" one without. */
const cards = (...names: string[]) => names.map((name) => ({ id: name, picture: name.length > 1 ? { id: name.slice(1) } : null })) as ArticleCard[];
const named = (of: readonly ArticleCard[]) => of.map(({ id }) => id);

describe("the calm stories under the lead", () => {
  it("begin with three pictures that differ from each other and from the lead’s, then go on with stories that have none", () => {
    expect(named(calmOrder(cards("a", "b1", "c2", "d2", "e3", "f", "g4", "h5"), "1"))).toEqual(["c2", "e3", "g4", "a", "f", "b1", "d2", "h5"]);
  });

  it("are as they came where no story has a picture", () => {
    expect(named(calmOrder(cards("a", "b", "c"), undefined))).toEqual(["a", "b", "c"]);
  });
});

describe("a section’s block", () => {
  it("begins with the newest picture that the page has not shown", () => {
    expect(named(pictureAtTheHead(cards("a", "b1", "c2", "d3"), new Set(["1"])))).toEqual(["c2", "a", "b1", "d3"]);
  });

  it("begins with a picture that is shown above where it has no other, and as it came where it has none", () => {
    expect(named(pictureAtTheHead(cards("a", "b1"), new Set(["1"])))).toEqual(["b1", "a"]);
    expect(named(pictureAtTheHead(cards("a", "b"), new Set()))).toEqual(["a", "b"]);
  });
});
