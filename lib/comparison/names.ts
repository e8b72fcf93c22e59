import { claimantKinds, type ClaimantKind, formatChoices, type Language, languages, type StoryFormat, type Verdict, verdicts } from "@/db/vocabulary";
import type { ChoiceField, FieldName } from "@/lib/comparison/compare-stories";
import { idOf, type Part, type PartType } from "@/lib/content/parts";
import { factBoxToneNames } from "@/lib/content/blocks/fact-box";

/** What each field is called in a sentence, after "the". */
export const fieldNames = {
  kicker: "kicker",
  headline: "headline",
  standfirst: "standfirst",
  lead: "lead picture",
  "lead.alt": "lead picture’s alt text",
  "lead.caption": "lead picture’s caption",
  "lead.credit": "lead picture’s credit",
  dateline: "dateline",
  claim: "claim",
  claimant: "name of who claims it",
  claimantKind: "kind of who claims it",
  verdict: "verdict",
  format: "format",
  sectionId: "section",
  language: "language",
  slug: "slug",
  frontHeadline: "headline for fronts",
  searchHeadline: "headline for search",
  socialHeadline: "headline for social cards",
  bylines: "bylines",
  tags: "tags",
} satisfies Record<FieldName, string>;

const partNames = {
  paragraph: ["paragraph", "paragraphs"],
  heading: ["heading", "headings"],
  bulletList: ["list", "lists"],
  orderedList: ["list", "lists"],
  listItem: ["item", "items"],
  blockquote: ["quotation", "quotations"],
  pullQuote: ["pull quote", "pull quotes"],
  figure: ["picture", "pictures"],
  gallery: ["gallery", "galleries"],
  boxTitle: ["title", "titles"],
  factBox: ["fact box", "fact boxes"],
  table: ["table", "tables"],
  tableRow: ["row", "rows"],
  tableHeader: ["cell", "cells"],
  tableCell: ["cell", "cells"],
  embed: ["embed", "embeds"],
  relatedCard: ["related story", "related stories"],
  correctionNote: ["correction", "corrections"],
  sectionBreak: ["section break", "section breaks"],
  stash: ["stash", "stashes"],
} as const satisfies Record<PartType, readonly [one: string, many: string]>;

/** What one such part is called, and what several are. */
export const partName = (type: string): readonly [one: string, many: string] => partNames[type as PartType] ?? ["block", "blocks"];

/** One of a kind, with its article: "a paragraph", "an embed". */
export const oneOf = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** Which of its kind a part is among its neighbours: "the second paragraph", "paragraph 14", or "the table" where there is one alone. */
export function placeName(part: Part, neighbours: readonly Part[]): string {
  const [name] = partName(part.type);
  const alike = neighbours.filter((one) => partName(one.type)[0] === name);
  const at = alike.findIndex((one) => one === part || (idOf(one) !== null && idOf(one) === idOf(part)));
  if (alike.length < 2 || at < 0) return `the ${name}`;
  const ordinal = ordinals[at];
  return ordinal ? `the ${ordinal} ${name}` : `${name} ${at + 1}`;
}

const counted = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number as it stands in a sentence. */
export const inWords = (number: number): string => counted[number] ?? String(number);

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "a", "a and b", "a, b and c". */
export const enumerated = (items: readonly string[]): string => list.format(items);

/** What the value of a field with choices is called; a section by the name that `sectionName` knows. */
export function choiceName(field: ChoiceField, value: string | null, sectionName: (id: string) => string | null): string {
  if (value === null) return "none";
  switch (field) {
    case "format":
      return formatChoices[value as StoryFormat].name;
    case "language":
      return languages[value as Language].name;
    case "verdict":
      return verdicts[value as Verdict].name;
    case "claimantKind":
      return claimantKinds[value as ClaimantKind].toLowerCase();
    case "sectionId":
      return sectionName(value) ?? "a section that is gone";
  }
}

/** What the attributes of blocks are called. */
const settingNames: Readonly<Record<string, string>> = {
  alt: "alt text",
  credit: "credit",
  decorative: "mark as decoration",
  role: "size",
  crop: "crop",
  focal: "focal point",
  assetId: "picture",
  title: "title",
  layout: "layout",
  source: "source",
  sourceUrl: "address of the source",
  attribution: "name of who said it",
  fromBlockId: "sentence it repeats",
  tone: "kind",
  collapsed: "mark as folded",
  caption: "caption",
  note: "note under it",
  level: "level",
  start: "first number",
  style: "style",
  url: "address",
  embedId: "snapshot",
  provider: "provider",
  isRequired: "mark as needed",
  story: "story it leads to",
  label: "words instead of the headline",
};

export const settingName = (name: string): string => settingNames[name] ?? name;

const valueNames: Readonly<Record<string, string>> = {
  "role.inline": "in the text",
  "role.wide": "wide",
  "role.full": "across the page",
  "role.portrait": "upright, beside the text",
  "role.supporting": "within the text",
  "role.showcase": "as wide as the page",
  "layout.grid": "a grid",
  "layout.sequence": "one after another",
  "layout.card": "a card",
  "layout.line": "a line",
  "style.intro": "opening",
  "style.dateline": "line of a place",
  ...Object.fromEntries(Object.entries(factBoxToneNames).map(([tone, name]) => [`tone.${tone}`, name.toLowerCase()])),
};

/** Attributes whose value says nothing to a person: it is only told that they changed. */
const unspoken: ReadonlySet<string> = new Set(["crop", "focal", "assetId", "embedId", "story", "fromBlockId", "correctionId"]);

const flags: ReadonlySet<string> = new Set(["decorative", "collapsed", "isRequired"]);
const choices: ReadonlySet<string> = new Set(["role", "layout", "style", "tone", "level", "start"]);

/** How the value of an attribute is said; null where it can only be said that it changed. */
export function settingValue(name: string, value: unknown): string | null {
  if (unspoken.has(name)) return null;
  if (value === undefined) return flags.has(name) ? "not set" : choices.has(name) ? "as usual" : "none";
  if (value === true) return "set";
  return valueNames[`${name}.${value}`] ?? (typeof value === "number" ? String(value) : `“${value}”`);
}
