import type { ArticlePage, ShownPicture } from "@/lib/articles/views";
import { shapeNames, shapeOf } from "@/lib/media/shapes";

const size = { width: 2000, height: 1000 };
const focal = { x: 0.8, y: 0.5 };

/** The parts of `somePicture` that are cut for machines. */
export const someCuts = shapeNames.flatMap((shape) => shapeOf(size, shape, focal).crop ?? []);

export const somePicture = (crops: string[] = someCuts): ShownPicture => ({ id: "0190b5a0-0000-7000-8000-00000000000a", ...size, whole: size, widths: [480], thumbHash: "", crops, crop: null, focal, alt: "A boat", caption: "", credit: "" });

/** A story's page with everything that a test does not care about. */
export const somePage = (changes: Partial<ArticlePage> = {}): ArticlePage => ({
  id: "0190b5a0-0000-7000-8000-000000000001",
  path: "/town/boat",
  format: "news",
  kicker: "",
  headline: "The last boat",
  frontHeadline: "",
  searchHeadline: "",
  socialHeadline: "",
  standfirst: "It sails.",
  claim: "",
  claimant: "",
  claimantKind: null,
  verdict: null,
  dateline: "",
  language: "en",
  section: { slug: "town", name: "Town", accent: "town" },
  sectionId: null,
  bylines: [{ role: "by", personId: "p", name: "Ines Marlowe" }],
  signatories: new Map([["p", { name: "Ines Marlowe", handle: "ines-marlowe", bio: "", portrait: null }]]),
  picture: somePicture(),
  words: 3,
  pictures: 0,
  publishedAt: new Date("2026-11-12T06:42:00Z"),
  updatedAt: new Date("2026-11-12T08:00:00Z"),
  changedAt: new Date("2026-11-12T08:00:00Z"),
  comments: 0,
  tags: [{ slug: "ferries", name: "Ferries" }],
  corrections: [],
  changes: [],
  lead: null,
  series: null,
  translations: [],
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "It leaves at 23:40." }] }] },
  material: { pictures: new Map(), stories: new Map(), embeds: new Map() },
  ...changes,
});
