import { describe, expect, it } from "vitest";
import type { EmbedState } from "@/db/schema/embeds";
import { gateChecks, mayBePublished, publicForm, publishableBody, publishChecks, readersBody, type RecordedCorrection } from "@/lib/articles/checks";
import { type Block, emptyStory } from "@/lib/content/document";
import { bodyText } from "@/lib/content/to-text";

const targets = { pictures: new Map(), stories: new Set<string>(), waiting: new Set<string>(), addresses: new Map(), embeds: new Map<string, EmbedState>(), corrections: new Map<string, RecordedCorrection>() };
const surroundings = { self: "0190b5a0-0000-7000-8000-00000000000a", slugTaken: false, sectionExists: true, claimedSlug: null, blockingNotes: [], letters: [], rules: [], topics: [], portrayed: new Set<string>(), knownTags: new Set<string>(), targets };
const paragraph = (text: string) => ({ type: "paragraph" as const, content: text ? [{ type: "text" as const, text }] : [] });
const item = (text: string, inner?: Block) => ({ type: "listItem" as const, content: [paragraph(text), ...(inner ? [inner] : [])] });
const list = (...content: unknown[]) => ({ type: "bulletList", content }) as Block;
const storyWith = (...content: Block[]) => ({ ...emptyStory(), headline: "The last boat", sectionId: "0190b5a0-0000-7000-8000-000000000001", body: { type: "doc" as const, content: [paragraph("Text."), ...content] } });

describe("empty blocks stop publishing", () => {
  it.each<[string, Block]>([
    ["an empty heading", { type: "heading", attrs: { level: 2 }, content: [] }],
    ["an empty item", list(item("One"), item(""))],
    ["an empty item of an inner list", list(item("One", list(item(" "))))],
    ["an empty paragraph in a quotation", { type: "blockquote", content: [paragraph("Two midwives."), paragraph("")] }],
    ["an empty pull quote", { type: "pullQuote", content: [] }],
  ])("%s", (_, block) => {
    expect(mayBePublished(publishChecks(storyWith(block), surroundings))).toBe(false);
  });

  it("but an empty paragraph does not: readers never get it", () => {
    expect(mayBePublished(publishChecks(storyWith(paragraph("")), surroundings))).toBe(true);
  });
});

it("readers get no character that means nothing, wherever in the text it stands, and keep those that join letters", () => {
  const link = [{ type: "link" as const, attrs: { href: "https://example.org/" } }];
  const body = storyWith(paragraph("The\u200b night\ufeff ferry می\u200cگوید 👩\u200d🚒"), list(item("One\u2060", list(item("\u200btwo")))), { type: "paragraph", content: [{ type: "text", text: "\u200b", marks: link }, { type: "text", text: "three" }] }, paragraph("\u200b\u2060")).body;
  const rest = [paragraph("Text."), paragraph("The night ferry می\u200cگوید 👩\u200d🚒"), list(item("One", list(item("two")))), paragraph("three")];
  expect(publishableBody(body)?.content).toEqual(rest);
  expect(readersBody(body).content).toEqual(rest);
});

it("a claim goes to readers in a fact check alone, and a gap in it stops nothing but that", () => {
  const checked = { ...storyWith(), format: "fact_check" as const, claim: "TK ate the timetable", claimant: "Mice", claimantKind: "organisation" as const, verdict: "false" as const };
  const another = { ...checked, format: "news" as const };
  expect(publicForm(checked, null)).toMatchObject({ claim: "TK ate the timetable", claimant: "Mice", claimantKind: "organisation", verdict: "false" });
  expect(publicForm(another, null)).toMatchObject({ claim: "", claimant: "", claimantKind: null, verdict: null });
  expect(gateChecks(checked, surroundings).filter(({ level }) => level === "stop")).toMatchObject([{ place: { field: "claim", gap: 0 } }]);
  expect(mayBePublished(gateChecks(another, surroundings))).toBe(true);
});

it("a headline that fills its field is not said to end there: what is longer is not known here", () => {
  const said = (length: number) => publishChecks({ ...storyWith(), headline: "x".repeat(length) }, surroundings).find((check) => check.id === "headline")?.message;
  expect(said(150)).toBe("The headline has 150 characters");
  expect(said(200)).toBe("The headline has 200 characters or more");
});

it("a check leads to the field, the gap or the column that it is about", () => {
  const cell = (text: string) => ({ type: "tableHeader" as const, content: [paragraph(text)] });
  const table = { type: "table", attrs: { id: "t000000001" }, content: [{ type: "tableRow", content: [cell("Year"), cell("")] }, { type: "tableRow", content: [cell("1911"), cell("TK")] }] } as Block;
  const embed = { type: "embed", attrs: { id: "e000000001", embedId: "0190b5a0-0000-7000-8000-00000000000e", provider: "youtube", url: "https://youtu.be/a", alt: "" } } as Block;
  const checks = publishChecks({ ...storyWith(table, embed), kicker: "TK" }, surroundings);
  const place = (message: RegExp) => checks.find((check) => message.test(check.message))?.place;
  expect(place(/name each column/)).toEqual({ blockId: "t000000001", part: { column: 1 } });
  expect(place(/embed without a description/)).toEqual({ blockId: "e000000001", part: { setting: "alt" } });
  expect(checks.filter((check) => check.message.startsWith("A gap")).map((check) => check.place)).toEqual([{ field: "kicker", gap: 0 }, { blockId: "t000000001", part: { gap: 0 } }]);
});

it("a gap in what stands beside the text stops the story too: in a picture's words, an embed's description, a table's note", () => {
  const assetId = "0190b5a0-0000-7000-8000-000000000002";
  const cell = { type: "tableCell" as const, content: [{ type: "paragraph" as const }] };
  const blocks: Block[] = [
    { type: "figure", attrs: { id: "f000000001", assetId, alt: "A quay, TK", credit: "TK" } },
    { type: "gallery", attrs: { id: "g000000001" }, content: [{ type: "figure", attrs: { id: "f000000002", assetId, alt: "TK of a quay" } }] },
    { type: "figure", attrs: { id: "f000000003", assetId, alt: "TK", decorative: true } },
    { type: "table", attrs: { id: "t000000001", note: "Source: TK" }, content: [{ type: "tableRow", content: [cell] }] },
    { type: "embed", attrs: { id: "e000000001", embedId: "0190b5a0-0000-7000-8000-00000000000e", provider: "youtube", url: "https://youtu.be/a", alt: "TK" } },
    { type: "stash", attrs: { id: "s000000001" }, content: [{ type: "paragraph", content: [{ type: "text", text: "TK" }] }] },
  ] as Block[];
  const gaps = publishChecks(storyWith(...blocks), surroundings).filter(({ message }) => message.startsWith("A gap"));
  expect(gaps.map(({ place, level }) => [level, place])).toEqual([
    ["stop", { blockId: "e000000001", part: { gap: 0 } }],
    ["stop", { blockId: "f000000001", part: { setting: "alt", gap: 0 } }],
    ["stop", { blockId: "f000000001", part: { setting: "credit", gap: 0 } }],
    ["stop", { blockId: "f000000002", part: { setting: "alt", gap: 0 } }],
    ["stop", { blockId: "t000000001", part: { setting: "note", gap: 0 } }],
  ]);
});

it("empty rows of a table are said; those at its end readers never get", () => {
  const row = (...texts: string[]) => ({ type: "tableRow" as const, content: texts.map((text) => ({ type: "tableCell" as const, content: [{ type: "paragraph" as const, ...(text ? { content: [{ type: "text" as const, text }] } : {}) }] })) });
  const head = { type: "tableRow" as const, content: ["Day", "Boats"].map((text) => ({ type: "tableHeader" as const, content: [paragraph(text)] })) };
  const table = (...rows: ReturnType<typeof row>[]) => ({ type: "table", attrs: { id: "t000000001", caption: "Boats" }, content: [head, ...rows] }) as Block;
  const said = (block: Block) => gateChecks(storyWith(block), surroundings).filter((check) => check.message.startsWith("A table"));
  expect(said(table(row("Monday", "3")))).toEqual([]);
  expect(said(table(row("Monday", "3"), row(" ", "")))).toMatchObject([{ level: "warn", message: "A table with empty rows", hint: expect.stringContaining("not published"), repairs: [{ label: "Remove empty rows", does: "remove-empty", blockId: "t000000001" }] }]);
  expect(said(table(row("", ""), row("Monday", "3")))).toMatchObject([{ level: "warn", hint: expect.stringContaining("gap") }]);
  expect(said(table(row("", "")))).toMatchObject([{ level: "stop", message: "A table without a row under its head" }]);

  const published = publicForm(storyWith(table(row("", ""), row("Monday", "3"), row("", " "), row("", ""))), null).body;
  expect(published).toMatchObject({ content: [{ type: "paragraph" }, { type: "table", content: [head, row("", ""), row("Monday", "3")] }] });
  expect(bodyText(published)).toBe("Text.\n\nBoats\nDay\tBoats\n\t\nMonday\t3");
});

it("whatever stops publication beside the story stops it at the gate, and hints stop it nowhere", () => {
  const tiresome = { ...storyWith({ type: "heading", attrs: { level: 4 }, content: [] }, paragraph(`It was TK ${"and on it went ".repeat(40)}utilise.`)), headline: "", sectionId: null, slug: "Not A Slug", lead: { assetId: "0190b5a0-0000-7000-8000-000000000002", alt: "", caption: "", credit: "" } };
  const rules = [{ pattern: "utilise", suggestion: "use", reason: "", matchCase: false, isExpression: false }];
  const stopsOf = (checks: ReturnType<typeof gateChecks>) => checks.filter((check) => check.level === "stop").map((check) => check.id);
  const beside = publishChecks(tiresome, { ...surroundings, rules });
  expect(stopsOf(beside).length).toBeGreaterThan(5);
  expect(stopsOf(gateChecks(tiresome, surroundings))).toEqual(stopsOf(beside));
  expect(beside.some((check) => check.id.startsWith("style:"))).toBe(true);
});

describe("the lead picture", () => {
  const lead = { assetId: "0190b5a0-0000-7000-8000-000000000002", alt: "A boat", caption: "", credit: "Ana Ruiz" };
  const said = (changes: Partial<typeof lead> & { crop?: { x: number; y: number; width: number; height: number } }, width = 2000) =>
    gateChecks({ ...storyWith(), lead: { ...lead, ...changes } }, { ...surroundings, targets: { ...targets, pictures: new Map([[lead.assetId, { width, credit: "", alt: "" }]]) } })
      .filter((check) => check.id.startsWith("lead"))
      .map(({ level, message }) => [level, message]);

  it("is judged by what is shown of it, as every picture is", () => {
    const fine = ["fine", "The lead picture has a description and a credit"];
    expect(said({})).toEqual([fine]);
    expect(said({ crop: { x: 0, y: 0, width: 0.5, height: 1 } })).toEqual([fine, ["warn", "A lead picture of 1000 pixels across, as it is cropped"]]);
    expect(said({ crop: { x: 0, y: 0, width: 0.2, height: 1 } })).toEqual([fine, ["stop", "A lead picture of 400 pixels across, as it is cropped"]]);
    expect(said({ caption: "x".repeat(601) })).toEqual([["warn", "The lead picture’s caption is longer than 600 characters"]]);
    expect(said({}, 300)).toEqual([fine, ["stop", "A lead picture of 300 pixels across"]]);
  });

  it("that is gone stops the story", () => {
    expect(said({ assetId: "0190b5a0-0000-7000-8000-000000000003" })).toEqual([["stop", "The lead picture is not there any more"]]);
  });
});

describe("a fact box", () => {
  const title = { type: "boxTitle" as const, content: [{ type: "text" as const, text: "The crossing" }] };
  const box = (...content: unknown[]) => ({ type: "factBox", attrs: { id: "x000000001" }, content: [title, ...content] }) as Block;

  it("goes out without its empty paragraphs, and a quotation too", () => {
    const quotation = (...texts: string[]) => ({ type: "blockquote", content: texts.map(paragraph) }) as Block;
    const { body } = publicForm(storyWith(box(paragraph(""), paragraph("Four boats a day."), paragraph(" ")), quotation("So it is.", "")), null);
    expect(body.content.slice(1)).toEqual([box(paragraph("Four boats a day.")), quotation("So it is.")]);
  });

  it("in which nothing stands under the title stops the story", () => {
    const stops = (block: Block) => gateChecks(storyWith(block), surroundings).filter(({ level, message }) => level === "stop" && message.includes("fact box")).map(({ message }) => message);
    expect(stops(box(paragraph(" ")))).toEqual(["An empty fact box"]);
    expect(stops(box(paragraph(""), paragraph("Four.")))).toEqual([]);
  });
});

describe("beside the text it is said", () => {
  const said = (changes: object, ...content: Block[]) => publishChecks({ ...storyWith(...content), ...changes }, surroundings);
  const of = (checks: ReturnType<typeof said>, id: string) => checks.find((check) => check.id === id);

  it("that a section, a standfirst and a byline are missing, and where they go", () => {
    const bare = said({ sectionId: null });
    expect(of(bare, "section")).toMatchObject({ level: "stop", place: { field: "section" } });
    expect(of(bare, "standfirst")).toMatchObject({ level: "warn", place: { field: "standfirst" } });
    expect(of(bare, "bylines")).toMatchObject({ level: "warn", place: { field: "bylines" } });
    const whole = said({ standfirst: "It sails.", bylines: [{ role: "author", personId: null, name: "Ana" }] });
    expect([of(whole, "section")?.level, of(whole, "standfirst"), of(whole, "bylines")]).toEqual(["fine", undefined, undefined]);
  });

  it.each([["frontHeadline", 70], ["searchHeadline", 60], ["socialHeadline", 70], ["feedHeadline", 100]] as const)("that a headline is cut: %s has room for %i characters", (id, room) => {
    const place = id === "feedHeadline" ? "headline" : id;
    expect(of(said({ headline: "x".repeat(room) }), id)).toBeUndefined();
    expect(of(said({ headline: "x".repeat(room + 1) }), id)).toMatchObject({ level: "warn", place: { field: place } });
    // A shorter one for the place is what is shown there; feeds have none.
    if (id !== "feedHeadline") expect(of(said({ headline: "x".repeat(room + 1), [id]: "Short" }), id)).toBeUndefined();
  });

  it("how hard the text is to read, and of a hard one which sentence is the longest", () => {
    const easy = Array.from({ length: 30 }, () => "The boat sails at six.").join(" ");
    expect(of(said({}, paragraph(easy)), "reading")).toMatchObject({ level: "fine", message: expect.stringContaining("easily") });
    const hard = `All ${Array.from({ length: 60 }, () => "administrative responsibilities").join(" ")}.`;
    const checks = said({}, { ...paragraph(`Short. ${hard}`), attrs: { id: "hhhhhhhhhh" } });
    expect(of(checks, "reading")).toMatchObject({ level: "warn", message: expect.stringContaining("hard"), place: { blockId: "hhhhhhhhhh", part: { said: { words: hard } } } });
    expect(checks.filter(({ message }) => /sentence of more than/.test(message))).toMatchObject([{ level: "warn", place: { blockId: "hhhhhhhhhh", part: { said: { nth: 0 } } } }]);
  });
});
