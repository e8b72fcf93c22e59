import { expect, it } from "vitest";
import type { ArticleCard } from "@/lib/articles/views";
import { oembed } from "@/lib/oembed/answer";

const origin = "https://paper.example";
const everything = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
const story: ArticleCard = {
  id: "0190b5a0-0000-7000-8000-000000000001",
  path: "/town/boat", format: "news",
  kicker: "",
  headline: 'The "last" boat <home>',
  frontHeadline: "",
  standfirst: "",
  language: "en",
  section: { slug: "town", name: "Town", accent: "town" },
  bylines: [{ role: "by", personId: null, name: "Ines" }, { role: "by", personId: null, name: "Bea" }],
  picture: { id: "0190b5a0-0000-7000-8000-00000000000a", width: 2000, height: 1000, whole: { width: 2000, height: 1000 }, widths: [480, 960, 1600, 2000], thumbHash: "", crops: [], crop: null, focal: null, alt: "", caption: "", credit: "" },
  words: 3,
  publishedAt: new Date("2026-11-12T06:42:00Z"),
  updatedAt: null,
  verdict: null,
  pictures: 0,
  comments: 0,
};

it("is a sandboxed frame, and nothing in it may run", () => {
  const answer = oembed(story, "The Halyard", origin, everything);
  expect(answer).toMatchObject({ type: "rich", version: "1.0", title: story.headline, author_name: "Ines, Bea", provider_name: "The Halyard", width: 550, height: 420 });
  expect(answer.html).toMatch(/^<iframe src="https:\/\/paper\.example\/oembed\/town\/boat" [^<>]*sandbox="[^"]*"[^<>]*><\/iframe>$/);
  expect(answer.html).not.toMatch(/allow-scripts|<script/);
  expect(answer.html).toContain('title="The &quot;last&quot; boat &lt;home&gt;"');
});

it("takes no more room than there is, nor does its thumbnail", () => {
  expect(oembed(story, "The Halyard", origin, { width: 500, height: 300 })).toMatchObject({ width: 500, height: 300, thumbnail_width: 480, thumbnail_height: 240 });
  expect(oembed(story, "The Halyard", origin, everything)).toMatchObject({ thumbnail_width: 960, thumbnail_url: `${origin}/media/${story.picture?.id}/960.jpg` });
});

it("tells all three of a thumbnail, or none", () => {
  for (const answer of [oembed({ ...story, picture: null }, "The Halyard", origin, everything), oembed(story, "The Halyard", origin, { width: 100, height: 100 })]) expect(Object.keys(answer).filter((name) => name.startsWith("thumbnail"))).toEqual([]);
});
