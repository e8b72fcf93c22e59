import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { type Block, parseBody } from "@/lib/content/body";
import { emptyStory, type StoryContent } from "@/lib/content/document";
import { mergeBodyIntoWorkingCopy, mergeIntoWorkingCopy, readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";
import { writeText } from "@/lib/content/working-copy-text";

const withBody = (...content: Block[]): StoryContent => ({ ...emptyStory(), headline: "Headline", body: { type: "doc", content } });
const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });

function documentOf(content: StoryContent): Y.Doc {
  const doc = new Y.Doc();
  seedWorkingCopy(doc, content);
  return doc;
}

it("keeps what a fact check is about; what is no verdict of ours is no story", () => {
  const content: StoryContent = { ...withBody(paragraph("Text.")), format: "fact_check", claim: "Mice ate the timetable", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "mostly_false" };
  const doc = documentOf(content);
  expect(readWorkingCopy(doc)).toMatchObject({ claim: "Mice ate the timetable", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "mostly_false" });
  mergeIntoWorkingCopy(doc, { ...content, claim: "Rats ate the timetable", verdict: null }, "test");
  expect(readWorkingCopy(doc)).toMatchObject({ claim: "Rats ate the timetable", verdict: null });
  doc.getMap("settings").set("verdict", "perhaps");
  expect(readWorkingCopy(doc)).toBeNull();
});

it("keeps marks and links", () => {
  const block: Block = {
    type: "paragraph",
    content: [
      { type: "text", text: "plain " },
      { type: "text", text: "strong", marks: [{ type: "strong" }] },
      { type: "text", text: " and " },
      { type: "text", text: "linked", marks: [{ type: "link", attrs: { href: "https://example.org/" } }] },
    ],
  };
  expect(readWorkingCopy(documentOf(withBody(block)))?.body.content[0]).toMatchObject({ content: block.content });
});

it("merges an earlier text under two people who are typing: nothing doubles, nothing of theirs is lost", () => {
  const original = withBody(...Array.from({ length: 20 }, (_, index) => paragraph(`Paragraph ${index}.`)));
  const server = documentOf(original);
  const ana = new Y.Doc();
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(server));
  const changed = { ...original, headline: "Another", body: { ...original.body, content: [...original.body.content.slice(0, 3), paragraph("New."), ...original.body.content.slice(3)] } };
  mergeIntoWorkingCopy(server, changed, "restore");
  ana.getText("kicker").insert(0, "Typed meanwhile");
  mergeIntoWorkingCopy(server, original, "restore");
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(server));
  Y.applyUpdate(server, Y.encodeStateAsUpdate(ana));
  for (const doc of [server, ana]) {
    const read = readWorkingCopy(doc);
    expect(read?.kicker).toBe("Typed meanwhile");
    expect(read?.headline).toBe("Headline");
    expect(read?.body.content).toHaveLength(20);
  }
});

it("merges each block into the one of its name: what two people are typing stays where they typed it", () => {
  const named = (letter: string, text = `Paragraph ${letter} of the story.`): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
  const server = documentOf(withBody(named("a"), named("x", "Something new at the front."), named("b", "Paragraph b, reworded since."), named("c"), named("y", "Something new before the end."), named("d", "Paragraph d of this story, edited.")));
  const [ana, ben] = [new Y.Doc(), new Y.Doc()];
  for (const [doc, at, typed] of [[ana, 2, "ANA"], [ben, 5, "BEN"]] as const) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    ((doc.getXmlFragment("body").get(at) as Y.XmlElement).get(0) as Y.XmlText).insert(10, typed);
  }
  mergeIntoWorkingCopy(server, withBody(named("a"), named("b"), named("c"), named("d")), "restore");
  for (const doc of [ana, ben]) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
  const told = readWorkingCopy(server)?.body.content.map((block) => JSON.stringify(block));
  expect(told).toHaveLength(4);
  expect([told?.[1]?.includes("ANA"), told?.[3]?.includes("BEN")]).toEqual([true, true]);
});

const line = (letter: string | null, text: string): Block => ({ type: "paragraph", attrs: { id: letter === null ? null : letter.repeat(10) }, content: [{ type: "text", text }] });

/** The body after a merge, with what each of these people was typing meanwhile. */
function mergedUnder(before: Block[], after: Block[], ...typists: ((body: Y.XmlFragment) => void)[]): Block[] {
  const server = documentOf(withBody(...before));
  const others = typists.map((type) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    type(doc.getXmlFragment("body"));
    return doc;
  });
  mergeIntoWorkingCopy(server, withBody(...after), "restore");
  for (const doc of others) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
  return readWorkingCopy(server)?.body.content ?? [];
}

const elementAt = (body: Y.XmlFragment, ...path: number[]): Y.XmlElement => path.reduce<Y.XmlFragment>((within, at) => within.get(at) as Y.XmlElement, body) as Y.XmlElement;
const typing = (typed: string, ...path: number[]) => (body: Y.XmlFragment) => (elementAt(body, ...path).get(0) as Y.XmlText).insert(4, typed);

it("writes no crop again that it does not change: somebody may be cropping that picture", () => {
  const crop = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const picture: Block = { type: "figure", attrs: { id: "ffffffffff", assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", crop, focal: { x: 0.5, y: 0.5 } }, content: [{ type: "text", text: "The quay" }] };
  const doc = documentOf(withBody(picture, line("a", "Some words.")));
  const before = Y.encodeStateVector(doc);
  mergeIntoWorkingCopy(doc, structuredClone(withBody(picture, line("a", "Some words."))), "restore");
  expect(Y.encodeStateVector(doc)).toEqual(before);
  const wider = { ...crop, width: 0.75 };
  for (let round = 0; round < 20; round++) {
    const [merged] = mergedUnder([picture, line("a", "Some words.")], structuredClone([{ ...picture, content: [{ type: "text", text: "The old quay" }] } as Block, line("a", "Other words.")]), (body) => elementAt(body, 0).setAttribute("crop", wider as never));
    expect(merged).toMatchObject({ attrs: { crop: wider }, content: [{ text: "The old quay" }] });
  }
  expect(mergedUnder([picture], [{ ...picture, attrs: { ...picture.attrs, crop: wider } } as Block])).toMatchObject([{ attrs: { crop: wider } }]);
});

it("merges what stands within a block by its name, too", () => {
  const box = (...content: Block[]): Block => ({ type: "factBox", attrs: { id: "xxxxxxxxxx" }, content: [{ type: "boxTitle", content: [{ type: "text", text: "The ferry" }] }, ...content] }) as Block;
  const was = [line("a", "Rain fell on it."), line("b", "Seven boats left."), line("c", "Nobody came back.")];
  const is = [line("n", "All of that is new."), line("a", "Rain fell on it."), line("b", "Twelve boats stayed in."), line("c", "Everybody went home.")];
  const [merged] = mergedUnder([box(...is)], [box(...was)], typing("ANA", 0, 3), typing("BEN", 0, 4));
  const words = (merged as { content: unknown[] }).content.map((part) => JSON.stringify(part));
  expect(words).toHaveLength(4);
  expect([words[2]?.includes("ANA"), words[3]?.includes("BEN")]).toEqual([true, true]);
});

it("takes what has no name for what says most of the same, then for what stands in the same place, and keeps the names there are", () => {
  const list = (...items: string[]): Block => ({ type: "bulletList", attrs: { id: "llllllllll" }, content: items.map((text) => ({ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })) }) as Block;
  const [merged] = mergedUnder([list("A new item in front", "The last boat leaves at seven", "Entirely other words")], [list("The last boat leaves at eight", "Nothing shared")], typing("ANA", 0, 1, 0), typing("BEN", 0, 2, 0));
  const items = (merged as { content: unknown[] }).content.map((part) => JSON.stringify(part));
  expect(items).toHaveLength(2);
  expect([items[0]?.includes("ANA"), items[1]?.includes("BEN")]).toEqual([true, true]);
  const is = [line("n", "A new one in front."), line("a", "The last boat leaves at seven in the evening."), line("b", "Nobody knows the whole of it."), line("c", "Rain fell.")];
  const was = [line(null, "The last boat leaves at eight in the evening."), line(null, "Nobody knew the whole of it."), line(null, "Rain fell.")];
  const told = mergedUnder(is, was, typing("ANA", 1), typing("BEN", 2));
  expect(told.map(({ attrs }) => attrs?.id)).toEqual(["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"]);
  expect(told.map((block) => /ANA|BEN/.exec(JSON.stringify(block))?.[0])).toEqual(["ANA", "BEN", undefined]);
});

it("turns any body of blocks with and without names into any other", () => {
  const examples = Object.values(blocks).map(({ example }) => example as Block);
  const any = fc.array(fc.tuple(fc.constantFrom(null, null, ..."abc"), fc.oneof(fc.constantFrom(...examples), fc.lorem({ maxCount: 6 }).map(paragraph))), { minLength: 1, maxLength: 8 });
  const body = any.map((all) => withBody(...all.map(([letter, block]) => ({ ...block, attrs: { ...block.attrs, id: letter === null ? null : letter.repeat(10) } }) as Block)));
  const nameless = (doc: Y.Doc) => JSON.parse(JSON.stringify(readWorkingCopy(doc)?.body, (key, value) => (key === "id" || (key === "attrs" && Object.keys(value).every((name) => name === "id")) ? undefined : value)));
  fc.assert(
    fc.property(body, body, (before, after) => {
      const doc = documentOf(before);
      mergeIntoWorkingCopy(doc, after, "test");
      expect(nameless(doc)).toEqual(nameless(documentOf(after)));
      const stands = Y.encodeStateVector(doc);
      mergeIntoWorkingCopy(doc, after, "test");
      expect(Y.encodeStateVector(doc)).toEqual(stands);
    }),
    { numRuns: 150 },
  );
});

it("turns any body of named blocks into any other, whatever came, went, moved or became another kind of block", () => {
  const examples = Object.values(blocks).map(({ example }) => example as Block);
  const any = fc.uniqueArray(fc.tuple(fc.constantFrom(..."abcdefgh"), fc.oneof(fc.constantFrom(...examples), fc.lorem({ maxCount: 6 }).map(paragraph))), { minLength: 1, maxLength: 8, selector: ([letter]) => letter });
  const body = any.map((all) => withBody(...all.map(([letter, block]) => ({ ...block, attrs: { ...block.attrs, id: letter.repeat(10) } }) as Block)));
  fc.assert(
    fc.property(body, body, (before, after) => {
      const doc = documentOf(before);
      mergeIntoWorkingCopy(doc, after, "test");
      expect(readWorkingCopy(doc)).toEqual(readWorkingCopy(documentOf(after)));
      const stands = Y.encodeStateVector(doc);
      mergeIntoWorkingCopy(doc, after, "test");
      expect(Y.encodeStateVector(doc)).toEqual(stands);
    }),
    { numRuns: 150 },
  );
});

it("turns any text into any other by one small edit that never splits a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const text = new Y.Doc().getText("line");
      text.insert(0, before);
      writeText(text, after);
      return text.toString() === after && text.toString().isWellFormed() === after.isWellFormed();
    }),
  );
});

it("takes a field that two filled at once, and the story is its first part", () => {
  const doc = documentOf(withBody(paragraph("Text.")));
  doc.getText("headline").insert(8, "x".repeat(300));
  doc.getArray("tags").push(Array.from({ length: 22 }, (_, number) => `tag ${number}`));
  const read = readWorkingCopy(doc);
  expect(read?.headline).toBe(`Headline${"x".repeat(192)}`);
  expect(read?.tags).toHaveLength(20);
});

it("merges a body without touching what two overfilled in a field", () => {
  const doc = documentOf(withBody(paragraph("Text.")));
  doc.getText("headline").insert(8, "x".repeat(300));
  mergeBodyIntoWorkingCopy(doc, withBody(paragraph("Text."), paragraph("And a note.")), "correct");
  expect(readWorkingCopy(doc)?.body.content).toHaveLength(2);
  expect(doc.getText("headline").length).toBe(308);
});

it.each<[string, (doc: Y.Doc) => void]>([
  ["a foreign field", (doc) => void doc.getText("evil").insert(0, "x")],
  ["a foreign setting", (doc) => void doc.getMap("settings").set("role", "administrator")],
  ["a section that is no id", (doc) => void doc.getMap("settings").set("sectionId", "town")],
  ["an unknown language", (doc) => void doc.getMap("settings").set("language", "xx")],
  ["a tag that is no text", (doc) => doc.getArray("tags").push([{ evil: true }])],
  ["an over-long headline", (doc) => void doc.getText("headline").insert(0, "x".repeat(401))],
  ["far too many tags", (doc) => doc.getArray("tags").push(Array.from({ length: 41 }, (_, number) => `tag ${number}`))],
  ["a NUL", (doc) => void doc.getText("headline").insert(0, "a\u0000b")],
  ["an unknown block", (doc) => void doc.getXmlFragment("body").push([new Y.XmlElement("script")])],
  [
    "a javascript: link",
    (doc) => {
      const text = new Y.XmlText();
      const block = new Y.XmlElement("paragraph");
      block.insert(0, [text]);
      doc.getXmlFragment("body").push([block]);
      text.insert(0, "click", { link: { href: "javascript:alert(1)" } });
    },
  ],
  [
    "a foreign attribute",
    (doc) => {
      const block = new Y.XmlElement("paragraph");
      block.setAttribute("style", "position:fixed");
      doc.getXmlFragment("body").push([block]);
    },
  ],
])("does not take a document with %s for a story", (_, spoil) => {
  const doc = documentOf(withBody(paragraph("Fine.")));
  expect(readWorkingCopy(doc)).not.toBeNull();
  spoil(doc);
  expect(readWorkingCopy(doc)).toBeNull();
});

it("refuses a tree that is too deep or too large without exhausting the stack", () => {
  let deep: unknown = { type: "paragraph" };
  for (let level = 0; level < 20_000; level++) deep = { type: "blockquote", content: [deep] };
  expect(parseBody({ type: "doc", content: [deep] })).toBeNull();
  expect(parseBody({ type: "doc", content: [paragraph("x".repeat(500_000))] })).toBeNull();
  expect(parseBody(JSON.parse('{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{"polluted":true}}'))).toBeNull();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it("keeps how the lead picture is placed, refuses a crop beyond the picture, and restores a story that had none", () => {
  const lead = { assetId: "0190b5a0-0000-7000-8000-000000000002", alt: "A boat", caption: "", credit: "Ana Ruiz" };
  const placed = { ...lead, focal: { x: 0.5, y: 0.25 }, crop: { x: 0.5, y: 0, width: 0.5, height: 1 } };
  const doc = documentOf({ ...withBody(paragraph("x")), lead: placed });
  expect(readWorkingCopy(doc)?.lead).toEqual(placed);
  mergeIntoWorkingCopy(doc, { ...withBody(paragraph("x")), lead }, "restore");
  expect(readWorkingCopy(doc)?.lead).toEqual(lead);
  doc.getMap("lead").set("crop", { x: 0.6, y: 0, width: 0.5, height: 1 });
  expect(readWorkingCopy(doc)).toBeNull();
});
