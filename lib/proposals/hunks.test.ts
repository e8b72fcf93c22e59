import { describe, expect, it } from "vitest";
import { compareStories } from "@/lib/comparison/compare-stories";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { hunksOf, type Standing, withHunks } from "@/lib/proposals/hunks";

const line = (letter: string, text = `Paragraph ${letter} of the story.`): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const correction: Block = { type: "correctionNote", attrs: { id: "z".repeat(10), correctionId: "0190b5a0-0000-7000-8000-00000000c001", kind: "correction", at: "2026-11-01T10:00:00.000Z" }, content: [{ type: "text", text: "It was Tuesday." }] } as Block;
const story = (content: Block[], fields: Partial<StoryContent> = {}): StoryContent => ({ ...emptyStory(), headline: "The last boat home", ...fields, body: { type: "doc", content } });
const texts = (one: StoryContent) => one.body.content.map((block) => textOfBlock(block));
const lead = { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", caption: "", credit: "Ada" };

const base = story([line("a"), line("b"), line("c"), line("d")], { lead });
const standings = (proposal: StoryContent, now: StoryContent) => Object.fromEntries(hunksOf({ base, proposal, now }).map(({ part, standing }) => [part, standing]));
const taken = (proposal: StoryContent, now: StoryContent, ...parts: string[]) => withHunks({ base, proposal, now }, new Set(parts)).content;
const all = (proposal: StoryContent, now: StoryContent, standing: Standing = "fits") => {
  const parts = hunksOf({ base, proposal, now }).filter((hunk) => hunk.standing === standing).map(({ part }) => part);
  return withHunks({ base, proposal, now }, new Set(parts)).content;
};

describe("the changes of a proposal", () => {
  const proposal = story([line("a"), line("b", "Nobody believed a word of it."), line("x", "Something new."), line("d")], { lead, headline: "Another" });

  it("fit where the story has not changed there, and only there", () => {
    expect(standings(proposal, base)).toEqual({ "field:headline": "fits", "block:1": "fits", "block:2": "fits", "gone:2": "fits" });
    const now = story([line("n", "Put in front."), line("b", "Rewritten by the owner."), line("c", "And this one."), line("d")], { lead, headline: "The owner’s" });
    expect(standings(proposal, now)).toEqual({ "field:headline": "conflict", "block:1": "conflict", "block:2": "fits", "gone:2": "conflict" });
  });

  it("are there already where somebody made the same ones", () => {
    expect(standings(proposal, proposal)).toEqual({ "field:headline": "there", "block:1": "there", "block:2": "there", "gone:2": "there" });
    expect(standings(proposal, story([line("a"), line("c"), line("d")], { lead }))["block:1"]).toBe("conflict");
  });

  it("taken all together over a story that stands as it was, make the proposal of it", () => {
    const moved = story([line("d"), line("a", "First, reworded."), line("x", "New."), line("y", "Newer."), line("c")], { tags: ["boats"], lead: { ...lead, credit: "Ada Ny" }, headline: "Other" });
    const made = all(moved, base);
    expect(made).toEqual(moved);
    expect(compareStories(moved, made).changes).toBe(0);
  });

  it("make the proposal, whatever was changed in it, and come to nothing where they are taken twice", () => {
    let seed = 45;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const letters = "abcdefghijklmnopqrstuvw";
    const words = ["harbour", "council", "ferry", "winter", "budget", "lantern", "voted", "quiet", "bridge", "seven", "letters", "nobody"];
    const sentence = () => Array.from({ length: 6 }, () => words[random(words.length)]).join(" ");
    for (let turn = 0; turn < 400; turn++) {
      const from = story(Array.from({ length: 2 + random(8) }, (_, at) => line(letters[at] ?? "a", sentence())));
      const blocks = [...from.body.content];
      for (let edit = 0; edit < 1 + random(5); edit++) {
        const at = random(blocks.length);
        const kind = random(4);
        if (kind === 0) blocks.splice(at, 1, line(String(blocks[at]?.attrs?.id ?? "w")[0] ?? "w", sentence()));
        else if (kind === 1 && blocks.length > 1) blocks.splice(at, 1);
        else if (kind === 2) blocks.splice(random(blocks.length), 0, ...blocks.splice(at, 1));
        else blocks.splice(at, 0, line(letters[10 + edit] ?? "w", sentence()));
      }
      if (new Set(blocks.map(({ attrs }) => attrs?.id)).size < blocks.length) continue;
      const to = story(blocks);
      const hunks = hunksOf({ base: from, proposal: to, now: from });
      expect(hunks.every(({ standing }) => standing === "fits"), `turn ${turn}`).toBe(true);
      const parts = new Set(hunks.map(({ part }) => part));
      const { content: once, idle } = withHunks({ base: from, proposal: to, now: from }, parts);
      expect(idle.size, `turn ${turn}`).toBe(0);
      expect(texts(once), `turn ${turn}`).toEqual(texts(to));
      expect(withHunks({ base: from, proposal: to, now: once }, parts).content, `turn ${turn}`).toEqual(once);
    }
  });

  it("taken over a story that went on, leave everything else as it stands there", () => {
    const now = story([line("n", "Put in front."), line("d", "Last, and now earlier."), line("a"), line("b"), line("c")], { lead: null, standfirst: "Meanwhile." });
    const made = all(proposal, now);
    expect(texts(made)).toEqual(["Put in front.", "Last, and now earlier.", "Paragraph a of the story.", "Nobody believed a word of it.", "Something new."]);
    expect(made).toMatchObject({ headline: "Another", standfirst: "Meanwhile.", lead: null });
  });

  it("taken one by one come to the same, in any order", () => {
    const parts = hunksOf({ base, proposal, now: base }).map(({ part }) => part);
    for (const order of [parts, [...parts].reverse()]) expect(order.reduce((now, part) => taken(proposal, now, part), base)).toEqual(proposal);
  });

  it("put a block that was taken out meanwhile back only where somebody wants it all the same", () => {
    const now = story([line("a"), line("c"), line("d")], { lead });
    expect(texts(taken(proposal, now, "block:1"))).toEqual(["Paragraph a of the story.", "Nobody believed a word of it.", "Paragraph c of the story.", "Paragraph d of the story."]);
  });

  it("move a block and leave it the words it has got meanwhile", () => {
    const moved = story([line("d"), line("a"), line("b"), line("c")], { lead });
    const now = story([line("a"), line("b"), line("c"), line("d", "Reworded by the owner.")], { lead });
    expect(standings(moved, now)).toEqual({ "block:0": "fits" });
    expect(texts(all(moved, now))[0]).toBe("Reworded by the owner.");
    expect(standings(moved, story([line("a"), line("d"), line("b"), line("c")], { lead }))).toEqual({ "block:0": "conflict" });
  });

  it("tell which of them changed nothing, save places that the others have made right", () => {
    const [from, to] = [story([line("a"), line("b"), line("c")]), story([line("b"), line("a"), line("c")], { headline: "Another" })];
    const parts = new Set(hunksOf({ base: from, proposal: to, now: from }).map(({ part }) => part));
    expect(withHunks({ base: from, proposal: to, now: from }, parts).idle.size).toBe(0);
    const alone = story([line("a")]);
    expect([...withHunks({ base: from, proposal: to, now: alone }, new Set([...parts].filter((part) => part.startsWith("block")))).idle]).toEqual(["block:1"]);
    expect(withHunks({ base: from, proposal: to, now: alone }, parts).idle.size).toBe(0);
    expect([...withHunks({ base, proposal: { ...base, headline: "Another", lead: { ...lead, alt: "A white boat" } }, now: { ...base, lead: null } }, new Set(["field:headline", "field:lead.alt"])).idle]).toEqual(["field:lead.alt"]);
  });

  it("give a picture’s words only to that picture, and its new place without its old words", () => {
    const other = { ...lead, assetId: "0190b5a0-0000-7000-8000-00000000a002", alt: "A train" };
    const worded = { ...base, lead: { ...lead, alt: "A white boat" } };
    expect([other, null].map((now) => standings(worded, { ...base, lead: now }))).toEqual([{ "field:lead.alt": "moot" }, { "field:lead.alt": "moot" }]);
    expect(taken(worded, { ...base, lead: other }, "field:lead.alt").lead).toEqual(other);
    const placed = { ...base, lead: { ...lead, focal: { x: 0.2, y: 0.3 } } };
    const now = { ...base, lead: { ...lead, credit: "Ada Ny" } };
    expect(standings(placed, now)).toEqual({ "field:lead": "fits" });
    expect(taken(placed, now, "field:lead").lead).toEqual({ ...lead, credit: "Ada Ny", focal: { x: 0.2, y: 0.3 } });
  });

  it("never touch a published correction, leave no story empty, and name no two blocks alike", () => {
    const corrected = story([...base.body.content, correction], { lead });
    expect(hunksOf({ base: corrected, proposal: base, now: corrected })).toEqual([]);
    const one = story([line("a")]);
    expect(withHunks({ base: one, proposal: story([line("q", "Other.")]), now: one }, new Set(["gone:0"])).content.body.content).toEqual([{ type: "paragraph" }]);
    const quoted: Block = { type: "blockquote", attrs: { id: "q".repeat(10) }, content: [line("x", "Quoted.") as never] };
    const made = taken(proposal, story([line("a"), quoted, line("d")], { lead }), "block:2");
    const names = JSON.stringify(made.body).match(/"id":"[a-z]{10}"/g) ?? [];
    expect(names.length).toBe(new Set(names).size);
  });

  it("tell what stands at their place, whatever else changed", () => {
    const seen = (now: StoryContent) => hunksOf({ base, proposal, now }).map((hunk) => hunk.seen);
    expect(seen({ ...base, standfirst: "Other." })).toEqual(seen(base));
    expect(seen(story([line("a"), line("b", "Changed."), line("c"), line("d")], { lead }))[1]).not.toBe(seen(base)[1]);
  });
});
