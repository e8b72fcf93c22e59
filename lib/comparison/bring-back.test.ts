import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { broughtBack, type PartOfStory } from "@/lib/comparison/bring-back";
import { compareStories } from "@/lib/comparison/compare-stories";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { mergeIntoWorkingCopy, readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";

const idFor = (letter: string) => letter.repeat(10);
const line = (letter: string, text = `Paragraph ${letter} of the story.`): Block => ({ type: "paragraph", attrs: { id: idFor(letter) }, content: [{ type: "text", text }] });
const story = (content: Block[], fields: Partial<StoryContent> = {}): StoryContent => ({ ...emptyStory(), headline: "The last boat home", ...fields, body: { type: "doc", content } });
const texts = (one: StoryContent | null | undefined) => one?.body.content.map((block) => textOfBlock(block));
const lead = { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", caption: "", credit: "Ada" };

const earlier = story([line("a"), line("b"), line("c"), line("d")], { lead });
const back = (present: StoryContent, part: PartOfStory) => broughtBack(present, earlier, part);

describe("bringing one part of a story back", () => {
  it("gives a block its words back and leaves all others as they are", () => {
    const present = story([line("a", "Other."), line("b", "Rewritten."), line("c"), line("d")]);
    expect(texts(back(present, { kind: "block", at: 1 }))).toEqual(["Other.", "Paragraph b of the story.", "Paragraph c of the story.", "Paragraph d of the story."]);
  });

  it("puts a block that is gone behind the one it stood behind, and one that was moved back to its place", () => {
    expect(texts(back(story([line("a"), line("x", "New."), line("d")]), { kind: "block", at: 1 }))?.[1]).toBe("Paragraph b of the story.");
    expect(texts(back(story([line("x", "New.")]), { kind: "block", at: 0 }))).toEqual(["Paragraph a of the story.", "New."]);
    expect(texts(back(story([line("b"), line("c"), line("d"), line("a")]), { kind: "block", at: 0 }))).toEqual(texts(earlier));
  });

  it("takes out a block that came since, and nothing that was there before", () => {
    const present = story([line("a"), line("x", "New."), line("b")]);
    expect(texts(back(present, { kind: "without", id: idFor("x") }))).toEqual(["Paragraph a of the story.", "Paragraph b of the story."]);
    expect(back(present, { kind: "without", id: idFor("a") })).toBeNull();
    expect(back(present, { kind: "without", id: idFor("z") })).toBeNull();
    expect(broughtBack(story([line("x", "New.")]), story([line("q", "Old.")]), { kind: "without", id: idFor("x") })?.body.content).toEqual([{ type: "paragraph" }]);
  });

  it("never names two blocks alike", () => {
    const quoted: Block = { type: "blockquote", attrs: { id: idFor("q") }, content: [line("b", "Somebody made a quotation of it.") as never] };
    const present = back(story([line("a"), quoted, line("c")]), { kind: "block", at: 1 });
    const names = JSON.stringify(present?.body).match(/"id":"[a-z]{10}"/g) ?? [];
    expect(names.length).toBe(new Set(names).size);
  });

  it("gives a field back, and a picture’s words only to that picture", () => {
    const present = story([line("a")], { headline: "Changed", tags: ["new"], lead: { ...lead, credit: "Ada Ny", alt: "Lit" } });
    expect(back(present, { kind: "field", name: "headline" })).toEqual({ ...present, headline: "The last boat home" });
    expect(back(present, { kind: "field", name: "lead.credit" })?.lead).toEqual({ ...lead, alt: "Lit" });
    expect(back({ ...present, lead: { ...lead, assetId: "0190b5a0-0000-7000-8000-00000000a002" } }, { kind: "field", name: "lead.alt" })).toBeNull();
  });

  it("leaves no difference when every change is brought back", () => {
    const present = story([line("c", "Rewritten and moved."), line("x", "New."), line("a"), line("d", "Other words.")], { headline: "Changed", slug: "x", lead: null });
    let now = present;
    for (let left = compareStories(earlier, now); left.changes > 0; left = compareStories(earlier, now)) {
      const block = left.blocks.find(({ kind, isMoved }) => kind !== "moved_away" && (kind !== "same" || isMoved));
      const part: PartOfStory | null = left.fields[0] ? { kind: "field", name: left.fields[0].name } : block?.beforeAt != null ? { kind: "block", at: block.beforeAt } : block?.after ? { kind: "without", id: String(block.after.attrs?.id) } : null;
      now = (part && broughtBack(now, earlier, part)) ?? expect.unreachable();
    }
    expect(texts(now)).toEqual(texts(earlier));
  });
});

/** Two people in one story, whose letters are on the wire while the server brings something back. */
function underTypists(present: StoryContent, change: (now: StoryContent) => StoryContent, ana: string, ben: string): { texts: string[]; bytes: number } {
  const server = new Y.Doc();
  seedWorkingCopy(server, present);
  const clients = [ana, ben].map((block, at) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    return { doc, block, typed: at === 0 ? "ANA" : "BEN" };
  });
  const before = Y.encodeStateVector(server);
  for (const { doc, block, typed } of clients) {
    const element = doc.getXmlFragment("body").toArray().find((one) => one instanceof Y.XmlElement && one.getAttribute("id") === idFor(block)) as Y.XmlElement;
    (element.get(0) as Y.XmlText).insert(10, typed);
  }
  mergeIntoWorkingCopy(server, change(readWorkingCopy(server) ?? expect.unreachable()), "restore");
  const bytes = Y.encodeStateAsUpdate(server, before).length;
  const all = [server, ...clients.map(({ doc }) => doc)];
  for (const one of all) for (const other of all) if (one !== other) Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  const [mine, ...others] = all.map((doc) => texts(readWorkingCopy(doc)) ?? []);
  for (const theirs of others) expect(theirs).toEqual(mine);
  return { texts: mine ?? [], bytes };
}

const times = (all: readonly string[], word: string) => all.join("\n").split(word).length - 1;

describe("bringing back under two who are typing", () => {
  const present = story([line("a"), line("x", "Something new at the front."), line("b", "Paragraph b, reworded since."), line("c"), line("y", "Something new before the end."), line("d", "Paragraph d of this story, edited.")]);

  it.each([
    ["one block", { kind: "block", at: 1 }],
    ["one block that was gone", { kind: "block", at: 4 }],
    ["the absence of a block", { kind: "without", id: idFor("x") }],
    ["one field", { kind: "field", name: "headline" }],
  ] as [string, PartOfStory][])("keeps every letter exactly once: %s", (_, part) => {
    const from = story([...earlier.body.content, line("e", "The paragraph that was taken out.")], { headline: "As it was" });
    for (const [ana, ben] of [["b", "d"], ["c", "b"], ["d", "c"], ["a", "a"]] as const) {
      const merged = underTypists(present, (now) => broughtBack(now, from, part) ?? expect.unreachable(), ana, ben);
      expect([times(merged.texts, "ANA"), times(merged.texts, "BEN")]).toEqual([1, 1]);
      expect(new Set(merged.texts).size).toBe(merged.texts.length);
      expect(merged.bytes).toBeLessThan(600);
    }
  });

  it("keeps every letter exactly once: the whole story, in the blocks that both versions have", () => {
    for (const [ana, ben] of [["a", "c"], ["b", "d"], ["c", "b"], ["d", "a"]] as const) {
      const merged = underTypists(present, () => earlier, ana, ben);
      expect([times(merged.texts, "ANA"), times(merged.texts, "BEN")]).toEqual([1, 1]);
      expect(merged.texts.length).toBe(4);
      // Typed words lie in the block in which they were typed.
      expect(merged.texts.findIndex((text) => text.includes("ANA"))).toBe("abcd".indexOf(ana));
      expect(merged.texts.findIndex((text) => text.includes("BEN"))).toBe("abcd".indexOf(ben));
    }
  });
});
