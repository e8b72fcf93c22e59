import { describe, expect, it } from "vitest";
import { type Check, type CheckSurroundings, mayBePublished, publishChecks } from "@/lib/articles/checks";
import { asCapitalised, timesBefore } from "@/lib/articles/repair";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";

const [known, waiting, unknown, picture] = ["1", "2", "3", "4"].map((digit) => `0190b5a0-0000-7000-8000-00000000000${digit}`) as [string, string, string, string];
const surroundings = (changes: Partial<CheckSurroundings> = {}): CheckSurroundings => ({
  self: known,
  slugTaken: false,
  sectionExists: true,
  claimedSlug: null, blockingNotes: [], letters: [],
  rules: [],
  topics: [],
  portrayed: new Set<string>(),
  knownTags: new Set<string>(),
  targets: { pictures: new Map([[picture, { width: 1600, credit: "", alt: "A lit ferry" }]]), stories: new Set([known]), waiting: new Set([waiting]), addresses: new Map([["/town/old", { found: "here" as const, story: known, path: "/town/new" }], ["/town/gone", { found: "gone" as const }], ["/town/never", { found: "nowhere" as const }]]), embeds: new Map(), corrections: new Map() },
  ...changes,
});

const paragraph = (text: string, id = "p000000001") => ({ type: "paragraph" as const, attrs: { id }, content: text ? [{ type: "text" as const, text }] : [] });
const linked = (text: string, href: string, story: string | null = null) => ({ type: "paragraph", attrs: { id: "l000000001" }, content: [{ type: "text", text: "See " }, { type: "text", text, marks: [{ type: "link", attrs: { href, story } }] }] }) as Block;
const heading = (level: 2 | 3 | 4, text: string, id: string) => ({ type: "heading", attrs: { level, id }, content: text ? [{ type: "text", text }] : [] }) as Block;
const storyWith = (content: Block[], fields: Partial<StoryContent> = {}) => ({ ...emptyStory(), headline: "The last boat", sectionId: known, body: { type: "doc" as const, content }, ...fields });
const found = (content: Block[], message: RegExp, fields: Partial<StoryContent> = {}, around = surroundings()): Check | undefined => publishChecks(storyWith(content, fields), around).find((check) => message.test(check.message));

describe("what a machine can put right is said with the check", () => {
  it("a heading that skips a level gets the right one, and keeps the others as they are", () => {
    const content = [paragraph("Text."), heading(2, "One", "h000000001"), heading(4, "Two", "h000000002"), heading(3, "Three", "h000000003")];
    expect(found(content, /skips a level/)).toMatchObject({ level: "warn", place: { blockId: "h000000002" }, repairs: [{ does: "set-level", blockId: "h000000002", level: 3 }] });
    expect(publishChecks(storyWith(content), surroundings()).filter((check) => /skips/.test(check.message))).toHaveLength(1);
    expect(found([heading(3, "First", "h000000001"), paragraph("Text.")], /skips a level/)?.repairs).toMatchObject([{ level: 2 }]);
  });

  it("a correction stays as it is on record: what is said of it offers nothing that would change it", () => {
    const note = { type: "correctionNote", attrs: { id: "c000000001", correctionId: unknown, kind: "correction", at: "2026-11-24T14:52:40.000Z" }, content: [{ type: "text", text: "We utilise " }, { type: "text", text: "this", marks: [{ type: "link", attrs: { href: "https://example.org/?utm_source=x" } }] }] } as Block;
    const rules = [{ pattern: "utilise", suggestion: "use", reason: "", matchCase: false, isExpression: false }];
    const around = surroundings({ rules });
    const said = publishChecks(storyWith([paragraph("Text."), note]), around).filter(({ place }) => place && "blockId" in place && place.blockId === "c000000001");
    expect(said.map(({ message }) => message)).toEqual(expect.arrayContaining(["“utilise”: better “use”", "A link that tracks whoever follows it"]));
    expect(said.flatMap(({ repairs }) => repairs ?? [])).toEqual([]);
    expect(found([paragraph("We utilise it.")], /better/, {}, around)?.repairs).toHaveLength(1);
  });

  it("an empty heading goes; of a list only what is empty", () => {
    expect(found([paragraph("Text."), heading(2, "", "h000000001")], /empty heading/)?.repairs).toMatchObject([{ does: "remove-block", blockId: "h000000001" }]);
    const list = { type: "bulletList", attrs: { id: "u000000001" }, content: [{ type: "listItem", content: [paragraph("One")] }, { type: "listItem", content: [paragraph("")] }] } as Block;
    expect(found([list], /empty list item/)?.repairs).toMatchObject([{ does: "remove-empty", blockId: "u000000001" }]);
  });

  it.each([
    ["at the beginning", [{ type: "sectionBreak", attrs: { id: "b000000001" } }, paragraph("Text.")]],
    ["at the end", [paragraph("Text."), { type: "sectionBreak", attrs: { id: "b000000001" } }, paragraph("")]],
    ["right behind another", [paragraph("Text."), { type: "sectionBreak", attrs: { id: "b000000000" } }, { type: "sectionBreak", attrs: { id: "b000000001" } }, paragraph("Text.")]],
  ] as [string, Block[]][])("a section break %s goes", (where, content) => {
    expect(found(content, /section break/)).toMatchObject({ level: "warn", message: `A section break ${where}`, repairs: [{ does: "remove-block", blockId: "b000000001" }] });
  });

  it("a word of which the house has a better one, at its own place, with its capital", () => {
    const rules = [{ pattern: "utilis*", suggestion: "use", reason: "", matchCase: false, isExpression: false }];
    const checks = publishChecks(storyWith([paragraph("Utilise it, then utilise it, then utilise it.")]), surroundings({ rules }));
    expect(checks.flatMap((check) => check.repairs ?? [])).toMatchObject([{ words: "Utilise", nth: 0, by: "Use" }, { words: "utilise", nth: 0, by: "use" }, { words: "utilise", nth: 1, by: "use" }]);
    expect(asCapitalised("use", "UTILISE")).toBe("use");
    expect(timesBefore("a b a b a", "a", 8)).toBe(2);
  });

  it("a slug from the headline, where what was typed is none or belongs to another story", () => {
    expect(found([paragraph("Text.")], /slug may hold/, { slug: "Night Ferry!" })?.repairs).toMatchObject([{ does: "fill-field", field: "slug", text: "night-ferry" }]);
    expect(found([paragraph("Text.")], /belongs to another/, { slug: "taken" }, surroundings({ slugTaken: true }))?.repairs).toMatchObject([{ text: "the-last-boat" }]);
    expect(found([paragraph("Text.")], /belongs to another/, {}, surroundings({ slugTaken: true }))?.repairs).toBeUndefined();
  });

  it("the picture’s own description, or that it only decorates: the second a person must say", () => {
    const figure = { type: "figure", attrs: { id: "f000000001", assetId: picture, credit: "Nobody" } } as Block;
    expect(found([figure], /without alt text/)).toMatchObject({ place: { blockId: "f000000001" }, repairs: [{ attributes: { alt: "A lit ferry" } }, { attributes: { decorative: true } }] });
    expect(found([paragraph("Text.")], /lead picture has no alt/, { lead: { assetId: picture, alt: "", caption: "", credit: "x" } })?.repairs).toMatchObject([{ does: "fill-field", field: "lead.alt", text: "A lit ferry" }]);
  });
});

describe("links", () => {
  it("to a story that is not public stop, and so does one to a story that is not there; the words can be kept", () => {
    const check = found([linked("the vote", "/town/x", waiting)], /not public/);
    expect(check).toMatchObject({ level: "stop", hint: "On “the vote”. Readers would get the words alone.", repairs: [{ does: "remove-link", from: { href: "/town/x", story: waiting } }] });
    expect(found([linked("the vote", "/town/x", unknown)], /not there any more/)?.level).toBe("stop");
    expect(found([{ type: "relatedCard", attrs: { id: "r000000001", story: unknown } }], /related story that is not there/)?.repairs).toMatchObject([{ does: "remove-block" }]);
    expect(mayBePublished(publishChecks(storyWith([linked("the vote", "/town/x", known)]), surroundings()))).toBe(true);
    expect(found([{ type: "relatedCard", attrs: { id: "r000000001", story: known } }], /related story that is this one/)).toMatchObject({ level: "stop", repairs: [{ does: "remove-block" }] });
  });

  it("to addresses of ours are led by the story; where none stands any more, it is said", () => {
    expect(found([linked("the vote", "/town/old")], /by its address/)?.repairs).toMatchObject([{ does: "change-link", from: { href: "/town/old", story: null }, to: { href: "/town/new", story: known } }]);
    expect(found([linked("the vote", "/town/gone")], /withdrawn/)?.level).toBe("warn");
    expect(found([linked("the vote", "/town/never")], /of ours that is not public/)?.level).toBe("warn");
  });

  it("that track are cleaned, and nothing is said of those that do not", () => {
    expect(found([linked("there", "https://example.org/a?utm_source=x&b=1")], /tracks/)?.repairs).toMatchObject([{ to: { href: "https://example.org/a?b=1", story: null } }]);
    for (const href of ["https://example.org", "https://example.org/a?b=1", "mailto:desk@example.org"]) expect(found([linked("there", href)], /link/)).toBeUndefined();
  });

  it("on nothing but space stop, on signs alone they are worth a look, and either can go without its neighbour", () => {
    expect(found([linked(" \u200b", "https://example.org/")], /nothing but space/)).toMatchObject({ level: "stop", repairs: [{ does: "remove-link", words: " \u200b" }] });
    expect(found([linked(" … ", "https://example.org/")], /on “…” alone/)).toMatchObject({ level: "warn", repairs: [{ does: "remove-link", words: " … " }] });
    expect(found([linked(" … ", "https://example.org/")], /covers the space/)).toBeUndefined();
    expect(found([linked("7", "https://example.org/")], /link/)).toBeUndefined();
  });

  it("that cover a space give it back", () => {
    expect(found([linked("there ", "https://example.org/")], /covers the space/)?.repairs).toMatchObject([{ does: "tidy-link" }]);
  });
});

it("a sensitive topic reminds once, in its own language, and never stops", () => {
  const topics = [{ language: "en" as const, name: "suicide", words: ["suicid*", "killed himself"], reminder: "Look into the policy." }, { language: "de" as const, name: "Suizid", words: ["suicid*"], reminder: "x" }];
  const around = surroundings({ topics });
  const story = storyWith([paragraph("Nothing."), paragraph("He killed himself; a suicide.", "p000000002"), paragraph("Suicidal.", "p000000003")]);
  const checks = publishChecks(story, around);
  expect(checks.filter((check) => check.id.startsWith("topic:"))).toEqual([{ id: "topic:suicide", level: "warn", place: { blockId: "p000000002", part: { said: { words: "killed himself", nth: 0 } } }, message: "A sensitive topic: suicide", hint: "“killed himself”. Look into the policy." }]);
  expect(mayBePublished(checks)).toBe(true);
  expect(publishChecks(storyWith([{ type: "stash", content: [paragraph("Suicide.")] }, paragraph("Nothing.")]), around).filter((check) => check.id.startsWith("topic:"))).toEqual([]);
});

it("a headline that a place cuts says how much room there is and who says so", () => {
  const headline = "The harbour council has voted by seven to five to keep the old ferry until spring";
  expect(found([paragraph("Text.")], /cut on social cards/, { headline })?.hint).toContain("there is room for 70 (X’s guide to cards: 70 characters)");
  const searchHeadline = "The old ferry runs until spring";
  expect(found([paragraph("Text.")], /cut on search engines/, { headline, searchHeadline })).toBeUndefined();
  expect(found([paragraph("Text.")], /cut on fronts/, { headline, searchHeadline })?.repairs).toEqual([{ label: "Use the one for search engines", does: "fill-field", field: "frontHeadline", text: searchHeadline }]);
  expect(found([paragraph("Text.")], /cut in feeds/, { headline })).toBeUndefined();
  expect(found([paragraph("Text.")], /cut in feeds/, { headline: `${headline} and beyond, say its members`, searchHeadline })).toMatchObject({ level: "warn", place: { field: "headline" } });
});

describe("every word of a story is looked at", () => {
  const rules = [{ pattern: "utilise", suggestion: "use", reason: "", matchCase: false, isExpression: false }, { pattern: "(\\d+) euro", suggestion: "€$1", reason: "", matchCase: false, isExpression: true }];
  const topics = [{ language: "en" as const, name: "suicide", words: ["suicid*"], reminder: "x" }];
  const figure = { type: "figure", attrs: { id: "f000000001", assetId: picture, alt: "ALT", credit: "CREDIT" }, content: [{ type: "text", text: "CAPTION" }] };
  const story = (words: string, at: string): StoryContent => {
    const fields = Object.fromEntries(["kicker", "headline", "standfirst", "dateline", "frontHeadline", "searchHeadline", "socialHeadline"].map((name) => [name, at === name ? words : "Plain"]));
    const body = JSON.parse(JSON.stringify([paragraph("Plain."), figure, { type: "table", attrs: { id: "t000000001", note: "NOTE" }, content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [paragraph("Year")] }] }] }]).replace(/"(ALT|CREDIT|CAPTION|NOTE)"/g, (_, name) => JSON.stringify(name === at ? words : "Plain")));
    return storyWith(body, { ...fields, lead: { assetId: picture, alt: at === "lead.alt" ? words : "Plain", caption: at === "lead.caption" ? words : "Plain caption", credit: at === "lead.credit" ? words : "Plain" } });
  };
  const within = (place: Check["place"]) => place && ("field" in place ? place.field : `${place.blockId} ${place.part && "setting" in place.part ? place.part.setting : "text"}`);

  it.each([
    ...["kicker", "headline", "standfirst", "dateline", "frontHeadline", "searchHeadline", "socialHeadline", "lead.alt", "lead.caption", "lead.credit"].map((field) => [field, field]),
    ["ALT", "f000000001 alt"],
    ["CREDIT", "f000000001 credit"],
    ["CAPTION", "f000000001 text"],
    ["NOTE", "t000000001 note"],
  ])("%s", (at, wanted) => {
    const checks = publishChecks(story("We utilise 12 euro; suicide", at), surroundings({ rules, topics }));
    const said = (message: RegExp) => within(checks.find((check) => message.test(check.message))?.place);
    expect([said(/“utilise”: better “use”/), said(/“12 euro”: better “€12”/), said(/sensitive topic/)]).toEqual([wanted, wanted, wanted]);
    expect(checks.find((check) => /better “use”/.test(check.message))?.repairs).toMatchObject([{ does: "replace-words", words: "utilise", by: "use" }]);
    expect(publishChecks(story("word ".repeat(41), at), surroundings()).filter((check) => check.id.startsWith("sentence")).map((check) => within(check.place))).toEqual([wanted]);
  });

  it("a text that is hard to read leads to its longest sentence", () => {
    const longest = "Notwithstanding institutional considerations, administrative reorganisation necessitates comprehensive interdepartmental consultation regarding responsibilities and accountabilities.";
    const hard = "Administrative reorganisation necessitates interdepartmental consultation. ".repeat(20);
    expect(found([paragraph(hard, "p000000002"), paragraph(`${hard}${longest}`, "p000000003")], /hard to read/)).toMatchObject({ level: "warn", place: { blockId: "p000000003", part: { said: { words: longest, nth: 0 } } } });
  });

  it("a gap in a name that signs stops the story", () => {
    expect(found([paragraph("Text.")], /A gap/, { bylines: [{ role: "by", personId: null, name: "TK" }] })).toMatchObject({ level: "stop", place: { field: "bylines" } });
  });

  it("what a rule would write again is no finding", () => {
    const same = [{ pattern: "Internet", suggestion: "internet", reason: "", matchCase: false, isExpression: false }];
    expect(found([paragraph("The internet.")], /better/, {}, surroundings({ rules: same }))).toBeUndefined();
  });
});

describe("an alt text that says nothing is worth a look", () => {
  const pictured = (alt: string, caption = "", own = "A lit ferry", more: Partial<StoryContent> = {}) => {
    const figure = { type: "figure", attrs: { id: "f000000001", assetId: picture, credit: "x", alt }, content: caption ? [{ type: "text", text: caption }] : [] } as Block;
    const around = surroundings();
    return found([figure], /^An alt text/, more, { ...around, targets: { ...around.targets, pictures: new Map([[picture, { width: 1600, credit: "", alt: own }]]) } });
  };

  it.each(["IMG_4711.JPG", "ferry.webp", "DSC00012", "20251123_181500", "Screenshot 2026-11-02 at 10.11.12", "photo-1599", "lower-quay-at-night", "quay_night"])("the name of a file: %s", (alt) => {
    expect(pictured(alt)).toMatchObject({ level: "warn", message: "An alt text that is the name of a file", place: { blockId: "f000000001", part: { setting: "alt" } }, repairs: [{ label: "Use the picture’s own", does: "replace-words", words: alt, by: "A lit ferry" }] });
    expect(pictured(alt, "", "IMG_1.jpg")?.repairs).toBeUndefined();
  });

  it.each(["A lit ferry", "Mother-in-law", "B52", "Pier 7", "Brandt in 1911", "Imagery of war", "The well-to-do"])("not so: %s", (alt) => {
    expect(pictured(alt)).toBeUndefined();
  });

  it("the caption once more, whatever its case and full stop", () => {
    expect(pictured("the ferry leaves", "The ferry leaves.")).toMatchObject({ message: "An alt text that repeats the caption", repairs: [{ by: "A lit ferry" }] });
  });

  it.each<[StoryContent["language"], string, string | null]>([
    ["en", "A picture of the quay", "The quay"],
    ["en", "Photo showing two boats", "Two boats"],
    ["de", "Bild von der Mole", null],
    ["de", "Das Foto zeigt die Mole", null],
    ["fr", "Photo d’un bateau", "Un bateau"],
    ["fr", "Image du port", null],
    ["es", "Imagen de la barca", "La barca"],
    ["fa", "تصویری از قایق", "قایق"],
    ["ar", "صورة لقارب", null],
  ])("in %s that it is a picture: %s", (language, alt, by) => {
    const check = pictured(alt, "", "", { language });
    expect(check?.message).toBe("An alt text that says that it is a picture");
    expect(check?.repairs ?? null).toEqual(by && [expect.objectContaining({ label: `Write “${by}”`, words: alt, by })]);
  });

  it("of the lead picture too", () => {
    expect(found([paragraph("Text.")], /^An alt text/, { lead: { assetId: picture, alt: "Picture of a quay", caption: "", credit: "x" } })).toMatchObject({ level: "warn", place: { field: "lead.alt" }, repairs: [{ does: "fill-field", field: "lead.alt", text: "A quay" }] });
  });
});

it("a stash with words is reminded of, an empty one can go", () => {
  const stash = (...content: unknown[]) => ({ type: "stash", attrs: { id: "s000000001" }, content }) as Block;
  expect(found([paragraph("Text."), stash(paragraph("Ask."))], /text in the stash/)).toMatchObject({ level: "warn", place: { blockId: "s000000001" } });
  expect(found([paragraph("Text."), stash(paragraph(""))], /empty stash/)).toMatchObject({ level: "warn", repairs: [{ does: "remove-block" }] });
});

describe("the tags of a story", () => {
  const said = (tags: string[], known: string[] = []) =>
    publishChecks(storyWith([paragraph("Text.")], { tags }), surroundings({ knownTags: new Set(known) }))
      .filter(({ place }) => place && "field" in place && place.field === "tags")
      .map(({ level, message }) => [level, message]);

  it("are missed where there are none, and never stop a story by that", () => {
    expect(said([])).toEqual([["warn", "No tag"]]);
    expect(said(["Ferries", "Élections"], ["ferries", "elections"])).toEqual([]);
  });

  it("are looked at: one that is new, one that is another's twin, one without a page, one that is a gap", () => {
    expect(said(["Feries"])).toEqual([["warn", "A new tag: “Feries”"]]);
    expect(said(["Élections", "Elections"], ["elections"])).toEqual([["warn", "“Élections” and “Elections” are one tag"]]);
    expect(said(["!"])).toEqual([["warn", "A tag without a letter: “!”"]]);
    expect(said(["TK"], ["tk"])).toEqual([["stop", "A gap: “TK”"]]);
  });
});
