import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { roles, type StoryFormat, storyFormats } from "@/db/vocabulary";
import { publishableBody } from "@/lib/articles/checks";
import { parseBody } from "@/lib/content/body";
import { bodyFromMarkdown } from "@/lib/content/from-markdown";
import { blockTypes } from "@/lib/content/schema";
import { bodyWords } from "@/lib/content/to-text";
import { demoBody, picturesIn } from "@/lib/imports/demo/demo-body";
import { people, sections } from "@/lib/imports/demo/paper";
import { readStory } from "@/lib/imports/demo/read-story";
import { newId } from "@/lib/kernel/ids";
import { isSlug } from "@/lib/kernel/slug";

const identified: ReadonlySet<string> = new Set(blockTypes);
const folder = join(import.meta.dirname, "stories");
const stories = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readStory(name.slice(0, -3), readFileSync(join(folder, name), "utf8")));

it.each(stories.map((story) => [story.key, story] as const))("%s is a whole story that the program can take", (_, story) => {
  expect(sections.map((section) => section.slug)).toContain(story.section);
  expect(isSlug(story.slug)).toBe(true);
  const body = parseBody(demoBody(story.body, new Map(picturesIn(story.body).map((name) => [name, newId()]))));
  expect(body && publishableBody(body)).not.toBeNull();
  expect(body && bodyWords(body), "a story of real length").toBeGreaterThan(300);
  for (const byline of story.bylines) if (!byline.guest) expect(people.map((person) => person.name)).toContain(byline.name);
  for (const name of picturesIn(story.body)) expect(readdirSync(join(folder, "..", "pictures"))).toContain(`${name}.avif`);
  if (story.picture) expect(story.picture.alt && story.picture.credit && readdirSync(join(folder, "..", "pictures"))).toContain(`${story.picture.name}.avif`);
  if (story.state.kind === "live" || story.state.kind === "unpublished") expect(story.published).toBeLessThan(0);
});

it("every block has its id, so that opening a live story in the editor is no edit", () => {
  const without = (node: unknown): string[] => {
    const { type = "", attrs, content = [] } = node as { type?: string; attrs?: { id?: string }; content?: unknown[] };
    return [...(identified.has(type) && !attrs?.id ? [type] : []), ...content.flatMap(without)];
  };
  expect(identified.has("boxTitle")).toBe(true);
  for (const story of stories) expect(without(demoBody(story.body, new Map(picturesIn(story.body).map((name) => [name, newId()])))), story.key).toEqual([]);
});

it("no two stories share an address", () => {
  expect(new Set(stories.map((story) => story.slug)).size).toBe(stories.length);
});

it("the paper has a staff of every role, and stories of the last two days, of every state, in Arabic script, and one to settle down with", () => {
  const staff = people.filter((person) => person.role !== "reader");
  expect(staff).toHaveLength(8);
  expect(new Set(people.map((person) => person.role))).toEqual(new Set(roles));
  expect(sections.filter((section) => !section.partOf)).toHaveLength(8);
  expect(stories.length).toBeGreaterThanOrEqual(60);
  for (const kind of ["draft", "handed in", "sent back", "live", "scheduled", "embargoed", "unpublished"] as const) expect(stories.filter((story) => story.state.kind === kind).length, kind).toBeGreaterThanOrEqual(1);
  expect(stories.some((story) => story.state.kind === "live" && story.correction)).toBe(true);
  expect(stories.filter((story) => story.state.kind === "live" && (story.published ?? 0) > -48 * 3_600_000).length).toBeGreaterThanOrEqual(5);
  expect(stories.filter((story) => story.state.kind === "live" && ["ar", "fa"].includes(story.language)).length).toBeGreaterThanOrEqual(2);
  expect(Math.max(...stories.map((story) => story.body.split(/\s+/).length))).toBeGreaterThan(5000);
});

it("what readers said stands in every state that the program can bring about, and some of it goes deep", () => {
  const comments = stories.filter((story) => story.state.kind === "live").flatMap((story) => story.comments);
  expect(comments.length).toBeGreaterThanOrEqual(200);
  const number = (state: string) => comments.filter((comment) => comment.state === state).length;
  for (const state of ["approved", "published", "held", "rejected", "spam", "undone"]) expect(number(state), state).toBeGreaterThanOrEqual(3);
  expect(comments.filter((comment) => comment.state === "undone" && comment.reason).length).toBeGreaterThanOrEqual(1);
  expect(comments.filter((comment) => comment.level === 2).length).toBeGreaterThanOrEqual(12);
});

it("some stories always lie ahead, also a year after the paper was first started", () => {
  const far = 399 * 86_400_000;
  expect(stories.filter((story) => story.state.kind === "scheduled" && (story.scheduled ?? 0) > far).length).toBeGreaterThanOrEqual(1);
  expect(stories.filter((story) => story.state.kind === "embargoed" && (story.embargo ?? 0) > far).length).toBeGreaterThanOrEqual(1);
});

it("a picture is written on a line of its own, and several together are a gallery", () => {
  const source = "Text.\n\n[[cranes | Three cranes | At noon. | Halyard Graphics]]\n\n[[cranes | One | Two. | Three]]\n[[pitch | One | Two. | Three]]";
  expect(picturesIn(source)).toEqual(["cranes", "cranes", "pitch"]);
  const [cranes, pitch] = [newId(), newId()];
  expect(demoBody(source, new Map([["cranes", cranes], ["pitch", pitch]])).content).toMatchObject([{ type: "paragraph" }, { type: "figure", attrs: { assetId: cranes, alt: "Three cranes", credit: "Halyard Graphics" }, content: [{ text: "At noon." }] }, { type: "gallery", content: [{ attrs: { assetId: cranes } }, { attrs: { assetId: pitch } }] }]);
  expect(() => demoBody("[[nothing | One | Two. | Three]]", new Map())).toThrow("There is no picture nothing.");
});

it("every format has a live story, with what its page is made for", () => {
  const live = (format: StoryFormat) => stories.filter((story) => story.format === format && story.state.kind === "live");
  for (const format of storyFormats) expect(live(format).length, format).toBeGreaterThanOrEqual(1);
  expect(live("gallery").every((story) => picturesIn(story.body).length >= 4)).toBe(true);
  expect(live("fact_check").every((story) => story.claim !== null)).toBe(true);
  expect(live("obituary").some((story) => story.picture !== null)).toBe(true);
});

it("a fact box is written with its title and its points", () => {
  expect(bodyFromMarkdown(":: In short\n- One\n- Two\n\nText.").content).toMatchObject([{ type: "factBox", content: [{ type: "boxTitle", content: [{ text: "In short" }] }, { type: "bulletList", content: [{}, {}] }] }, { type: "paragraph" }]);
  expect(stories.filter((story) => story.format === "explainer" && story.body.startsWith(":: ")).length).toBeGreaterThanOrEqual(2);
});
