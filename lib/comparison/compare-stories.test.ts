import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makersOf } from "@/lib/comparison/makers";
import { compareStories, comparisonBudget } from "@/lib/comparison/compare-stories";
import { idOf, type Part, textOf } from "@/lib/content/parts";
import { type ComparedPart, isNews } from "@/lib/comparison/parts-compared";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";

const named = (text: string, id: string | null): Block => ({ type: "paragraph", attrs: { id }, content: text ? [{ type: "text", text }] : [] });
const story = (content: Block[], fields: Partial<StoryContent> = {}): StoryContent => ({ ...emptyStory(), ...fields, body: { type: "doc", content } });
const told = (before: Block[], after: Block[]) => compareStories(story(before), story(after)).blocks.map(({ kind, isMoved }) => (isMoved && kind !== "moved_away" ? `${kind}, moved` : kind));

const sentence = fc.array(fc.constantFrom("boat", "harbour", "council", "votes", "night", "rain", "seven", "quay", "nobody", "leaves"), { maxLength: 12 }).map((all) => all.join(" "));
const blockId = fc.option(fc.integer({ min: 0, max: 12 }).map((number) => `block${String(number).padStart(5, "0")}`));
const examples = Object.values(blocks).map((block) => block.example as Block);
const block = fc.oneof({ weight: 3, arbitrary: fc.tuple(sentence, blockId).map(([text, id]) => named(text, id)) }, { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...examples), blockId).map(([example, id]) => ({ ...example, attrs: { ...example.attrs, id } }) as Block) });
const fields = fc.record({ headline: sentence, standfirst: sentence, slug: sentence, tags: fc.uniqueArray(sentence.filter(Boolean), { maxLength: 4 }), language: fc.constantFrom("en", "de", "fa"), format: fc.constantFrom("news", "opinion") }, { requiredKeys: [] }) as fc.Arbitrary<Partial<StoryContent>>;
const anyStory = fc.tuple(fc.array(block, { minLength: 1, maxLength: 9 }), fields).map(([content, changes]) => story(content, changes));

const side = (parts: readonly ComparedPart[], of: "before" | "after"): (Part | null)[] => parts.filter((one) => one[of === "before" ? "beforeAt" : "afterAt"] !== null && (of === "before" || one.kind !== "moved_away")).map((one) => one[of]);

const numbered = (at: number) => `block${String(at).padStart(5, "0")}`;
const reworded = (paragraphs: number, words: number): [Block[], Block[]] => {
  const say = (also: string) => Array.from({ length: paragraphs }, (_, at) => named(Array.from({ length: words }, (_, place) => (place % 2 === 0 ? `word${place}` : `${also}${(place * 7919) % 1009}`)).join(" "), numbered(at)));
  return [say("old"), say("new")];
};
const signs = (paragraphs: number, length: number): [Block[], Block[]] => {
  const say = (step: number) => Array.from({ length: paragraphs }, (_, at) => named(Array.from({ length }, (_, place) => "!?.,;:"[(place * place * step + at + place) % 6]).join(""), numbered(at)));
  return [say(3), say(5)];
};
const list = (numbers: number[]): Block => ({ type: "bulletList", attrs: { id: "llllllllll" }, content: numbers.map((number) => ({ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: `item${number}` }] }] })) });

describe("comparing two versions of a story", () => {
  it("finds nothing in a version held against itself", () => {
    fc.assert(
      fc.property(anyStory, (one) => {
        const { fields: changed, blocks: all, changes } = compareStories(one, structuredClone(one));
        expect([changed, all.filter(isNews), changes]).toEqual([[], [], 0]);
      }),
    );
  });

  it("tells of every block of both versions exactly once, in the order of the later one", () => {
    fc.assert(
      fc.property(anyStory, anyStory, (before, after) => {
        const { blocks: all } = compareStories(before, after);
        expect(side(all, "after").map((part) => part)).toEqual(after.body.content);
        const was = all.filter((one) => one.beforeAt !== null && one.kind !== "moved_away");
        expect(was.map((one) => one.beforeAt).sort((left, right) => Number(left) - Number(right))).toEqual([...before.body.content.keys()]);
        for (const one of was) expect(one.before).toBe(before.body.content[one.beforeAt ?? -1]);
        // Where a moved block stood is shown once, and nowhere else.
        expect(all.filter((one) => one.kind === "moved_away").length).toBe(all.filter((one) => one.isMoved && one.kind !== "moved_away").length);
      }),
      { numRuns: 150 },
    );
  });

  it("tells the same changes the other way round when the versions are exchanged", () => {
    const back: Record<ComparedPart["kind"], ComparedPart["kind"]> = { same: "same", changed: "changed", inserted: "deleted", deleted: "inserted", moved_away: "moved_away" };
    fc.assert(
      fc.property(anyStory, anyStory, (before, after) => {
        const lines = (of: ComparedPart[], turned: boolean) => of.filter(({ kind }) => kind !== "moved_away").map(({ kind, isMoved, beforeAt, afterAt }) => JSON.stringify(turned ? [back[kind], isMoved, afterAt, beforeAt] : [kind, isMoved, beforeAt, afterAt])).sort();
        const [there, again] = [compareStories(before, after), compareStories(after, before)];
        expect(lines(again.blocks, true)).toEqual(lines(there.blocks, false));
        expect(again.changes).toBe(there.changes);
        expect(again.fields.map(({ name }) => name)).toEqual(there.fields.map(({ name }) => name));
      }),
      { numRuns: 150 },
    );
  });

  it("takes the same block for the moved one whichever version is asked first, where names are given twice", () => {
    const [before, after] = [[named("council", "block00004"), named("boat", "block00004"), named("rain", null)], [named("boat", "block00000"), named("council", "block00000")]];
    const moved = (one: Block[], other: Block[]) => compareStories(story(one), story(other)).blocks.filter(({ kind, isMoved }) => isMoved && kind !== "moved_away").map(({ after: part }) => part && textOf(part)[0]?.text);
    expect(moved(before, after)).toEqual(moved(after, before));
  });

  it("knows a block by its name, however much was rewritten in it", () => {
    expect(told([named("The boat sails.", "aaaaaaaaaa")], [named("Nothing at all is left of that.", "aaaaaaaaaa")])).toEqual(["changed"]);
  });

  it("knows a block without a name by what it says, and by half of its words", () => {
    expect(told([named("The last boat leaves Lower Quay at night.", null), named("Rain.", null), named("Wind.", null)], [named("Rain.", null), named("Wind.", null), named("New.", null), named("The last boat leaves Upper Quay at night.", null)])).toEqual(["moved_away", "same", "same", "inserted", "changed, moved"]);
    expect(told([named("One thing entirely.", null)], [named("Something else.", null)])).toEqual(["deleted", "inserted"]);
  });

  it("tells of the fewest moves: one block that went to the end is one that moved", () => {
    const all = ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd"].map((id) => named(`Paragraph ${id}.`, id));
    expect(told(all, [...all.slice(1), ...all.slice(0, 1)])).toEqual(["moved_away", "same", "same", "same", "same, moved"]);
  });

  it("does not take what nobody chose for a change", () => {
    expect(told([{ type: "paragraph", attrs: { id: "aaaaaaaaaa" }, content: [{ type: "text", text: "x" }] }], [{ type: "paragraph", attrs: { id: "aaaaaaaaaa", style: null }, content: [{ type: "text", text: "x" }] }])).toEqual(["same"]);
  });

  it("tells of alt text, credit and crop of a picture, and of what changed within lists, tables and galleries", () => {
    const figure = (alt: string, credit: string | null): Block => ({ type: "figure", attrs: { id: "ffffffffff", assetId: "0190b5a0-0000-7000-8000-00000000a001", alt, credit }, content: [{ type: "text", text: "The quay" }] });
    const [picture] = compareStories(story([figure("A boat", null)]), story([figure("A lit boat", "Ada")])).blocks;
    expect(picture?.settings).toEqual([{ name: "alt", before: "A boat", after: "A lit boat" }, { name: "credit", before: undefined, after: "Ada" }]);
    const list = (...items: string[]): Block => ({ type: "bulletList", attrs: { id: "llllllllll" }, content: items.map((text) => ({ type: "listItem" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] })) });
    expect(compareStories(story([list("One boat at night", "Two")]), story([list("One boat at night", "Three", "Two")])).blocks[0]?.within.map(({ kind }) => kind)).toEqual(["same", "inserted", "same"]);
  });

  it("tells of every field by its name, and of a replaced lead picture as one change", () => {
    const lead = { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", caption: "", credit: "Ada" };
    const one = story([named("x", null)], { headline: "The boat stays", tags: ["ferry", "quay"], lead, bylines: [{ role: "by", personId: null, name: "Ines" }] });
    const changed = { ...one, headline: "The boat sails", slug: "boat", tags: ["quay", "harbour"], format: "opinion" as const, lead: { ...lead, credit: "Ada Ny" }, bylines: [] };
    expect(compareStories(one, changed).fields.map(({ name }) => name)).toEqual(["headline", "lead.credit", "format", "slug", "bylines", "tags"]);
    expect(compareStories(one, { ...one, lead: { ...lead, assetId: "0190b5a0-0000-7000-8000-00000000a002", alt: "Other" } }).fields.map(({ name }) => name)).toEqual(["lead"]);
  });

  it("takes bylines and a crop that say the same for the same, in whatever order their parts were kept", () => {
    const lead = { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", caption: "", credit: "Ada", crop: { x: 0.1, y: 0.2, width: 0.5, height: 0.4 } };
    const one = story([named("x", null)], { lead, bylines: [{ role: "by", personId: null, name: "Ines" }] });
    // As PostgreSQL gives back what it keeps: the shorter names first.
    const kept = { ...one, lead: { ...lead, crop: { height: 0.4, width: 0.5, y: 0.2, x: 0.1 } }, bylines: [{ name: "Ines", role: "by" as const, personId: null }] };
    expect(compareStories(one, kept).fields).toEqual([]);
    expect(makersOf([{ content: one, people: [], at: "" }, { content: kept, people: ["Ada"], at: "" }]).fields).toEqual(new Map());
  });

  it("compares a story of more than 20,000 words block by block", () => {
    const long = (first: string) => story([named(first, "aaaaaaaaaa"), ...Array.from({ length: 60 }, (_, at) => named("word ".repeat(400), `block${String(at).padStart(5, "0")}`))]);
    const [block] = compareStories(long("It was counted twice."), long("It was counted once.")).blocks;
    expect(block?.text.map(({ kind }) => kind)).toEqual(["deleted", "inserted"]);
  });

  it.each<[string, Block[], Block[]]>([
    ["many long paragraphs that were all reworded", ...reworded(19, 1040)],
    ["one very long paragraph that was reworded", ...reworded(1, 2000)],
    ["paragraphs of signs alone", ...signs(45, 4000)],
    ["a list of many items in another order", [list([...Array(1500).keys()])], [list([...Array(1500).keys()].reverse())]],
  ])("takes no more steps than it may for %s", (_, before, after) => {
    const budget = comparisonBudget();
    const whole = budget.left;
    const { changes } = compareStories(story(before), story(after), budget);
    expect(changes).toBe(before.length);
    expect(budget.left).toBeLessThan(whole);
    expect(budget.left).toBeGreaterThanOrEqual(0);
  });

  it("leaves what it was given as it was", () => {
    fc.assert(fc.property(anyStory, anyStory, (before, after) => {
      const kept = structuredClone([before, after]);
      compareStories(before, after);
      expect([before, after]).toEqual(kept);
    }), { numRuns: 50 });
  });
});

it("knows the text and the name of a part", () => {
  expect([idOf(named("x", "aaaaaaaaaa")), textOf(named("x", null))]).toEqual(["aaaaaaaaaa", [{ type: "text", text: "x" }]]);
});
