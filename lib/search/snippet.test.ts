import { expect, it } from "vitest";
import { folded, marked, type Sought, snippetOf } from "@/lib/search/snippet";

const words = (...asked: string[]): Sought => ({ words: asked.map(folded), phrases: [], forms: new Set() });
const shown = (snippet: { text: string; hit: boolean }[]) => snippet.map((part) => (part.hit ? `[${part.text}]` : part.text)).join("");

it.each([
  ["The café on Lower Quay", ["cafe"], "The [café] on Lower Quay"],
  ["The cafe on Lower Quay", ["CAFÉ"], "The [cafe] on Lower Quay"],
  ["Ferries and ferrymen", ["ferr"], "[Ferries] and [ferrymen]"],
  ["بحر الأدنى", ["الادنى"], "بحر [الأدنى]"],
  ["کتابخانهٔ مرکزی", ["كتاب"], "[کتابخانهٔ] مرکزی"],
  ["كِتَابٌ في ٢٠٢٦", ["کتاب", "2026"], "[كِتَابٌ] في [٢٠٢٦]"],
  ["An island in it", ["is", "it"], "An island in [it]"],
  ["Nothing of it", ["boat"], "Nothing of it"],
])("marks in %j what %j asks for", (text, asked, wanted) => {
  expect(shown(marked(text, words(...asked)))).toBe(wanted);
});

it("shows the text around what was found, also far down a long read, and no more than two passages", () => {
  const text = `${"word ".repeat(9000)}the lighthouse keeper ${"more ".repeat(400)}lighthouse again ${"end ".repeat(100)}lighthouse`;
  const snippet = shown(snippetOf(text, words("lighthouse")));
  expect(snippet).toContain("the [lighthouse] keeper");
  expect(snippet.match(/\[lighthouse\]/g)).toHaveLength(2);
  expect(snippet.length).toBeLessThan(500);
  expect(snippet.startsWith(" … ") && snippet.endsWith(" …")).toBe(true);
});

it("begins at the beginning where only the headline was found", () => {
  expect(shown(snippetOf("One two three.", words("boat")))).toBe("One two three");
  expect(shown(snippetOf("word ".repeat(100), words("boat")))).toMatch(/word …$/);
  expect(shown(snippetOf("The boat sailed.", words("sailed")))).toBe("The boat [sailed]");
  expect(snippetOf("", words("boat"))).toEqual([]);
});

it("sets what is no sentence off from what follows, as its line of its own did", () => {
  expect(shown(snippetOf("In short\nThe town pays.\n\nAmong 19,400 households", words("town")))).toBe("In short · The [town] pays.\n\nAmong 19,400 households");
  expect(shown(snippetOf("The town\n\nIt pays", words("town")))).toBe("The [town] · It pays");
});

it("marks a phrase only where it stands, and other forms of a word", () => {
  const sought: Sought = { words: [folded("vote")], phrases: [["night", "ferry"]], forms: new Set(["voting"]) };
  expect(shown(marked("The ferry at night: voting on the Night Ferry", sought))).toBe("The ferry at night: [voting] on the [Night] [Ferry]");
});
