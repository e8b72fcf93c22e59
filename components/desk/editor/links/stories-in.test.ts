import { expect, it } from "vitest";
import { choicesOf } from "@/components/desk/editor/links/choices";
import { storiesIn } from "@/components/desk/editor/links/stories-in";
import { storySchema } from "@/lib/content/schema";

const [card, linked] = ["0190b5a0-0000-7000-8000-00000000000c", "0190b5a0-0000-7000-8000-00000000000d"];

it("knows the stories of cards and of links, each once, and the picker warns of them", () => {
  const words = { type: "paragraph", content: [{ type: "text", text: "Here", marks: [{ type: "link", attrs: { href: "/a", story: linked } }] }, { type: "text", text: " and ", marks: [] }, { type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://example.org/", story: null } }] }] };
  const doc = storySchema().nodeFromJSON({ type: "doc", content: [words, { type: "relatedCard", attrs: { story: card } }, { type: "relatedCard", attrs: { story: card } }] });
  const already = storiesIn(doc);
  expect(already.sort()).toEqual([card, linked]);
  const story = { id: card, headline: "The vote", byline: "", status: "published", path: "/news/vote", publishedAt: null, section: null } as never;
  expect(choicesOf("vote", [story], { already, storiesOnly: true })).toMatchObject([{ warning: "This story leads there already." }]);
});
