import { expect, it } from "vitest";
import { storyFormats } from "@/db/vocabulary";
import { formatChecks } from "@/lib/articles/format-checks";
import { schemaTypes } from "@/lib/articles/schema-types";
import { contentHash } from "@/lib/content/content-hash";
import { emptyStory, type StoryContent } from "@/lib/content/document";

const orla = "0190b5a0-0000-7000-8000-00000000000a";
const said = (changes: Partial<StoryContent>, portrayed: string[] = []) => formatChecks({ ...emptyStory(), ...changes }, { portrayed: new Set(portrayed) });
const by = (name: string, personId: string | null = null) => [{ role: "by" as const, name, personId }];

it("an opinion wants a signature with a face", () => {
  expect(said({ format: "opinion", bylines: by("Orla", orla) })).toMatchObject([{ level: "warn", message: "An opinion without a portrait", place: { field: "bylines" } }]);
  expect(said({ format: "opinion", bylines: by("Orla", orla) }, [orla])).toEqual([]);
});

it("a press release wants a sender who is not of the newsroom", () => {
  expect(said({ format: "press_release", bylines: by("Orla", orla) })).toMatchObject([{ level: "warn", message: "A press release without a sender" }]);
  expect(said({ format: "press_release", bylines: by("Ellery Ferries") })).toEqual([]);
});

it("an obituary wants the years of a life in its kicker", () => {
  expect(said({ format: "obituary", kicker: "Music" }).map(({ message }) => message)).toContain("An obituary without the years of the life");
  expect(said({ format: "obituary", kicker: "1939–2026" }).map(({ message }) => message)).toEqual(["An obituary without a portrait"]);
});

it("a fact check wants a claim and a verdict, and to know what whoever claims it is", () => {
  expect(said({ format: "fact_check" }).map(({ place }) => place)).toEqual([{ field: "claim" }, { field: "verdict" }]);
  expect(said({ format: "fact_check", claim: "Mice ate it", claimant: "Ellery Ferries", verdict: "false" })).toMatchObject([{ level: "warn", place: { field: "claimantKind" } }]);
  expect(said({ format: "fact_check", claim: "Mice ate it", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "false" })).toEqual([]);
});

it("nothing that a format needs stops a story, and news needs nothing", () => {
  for (const format of storyFormats) expect(said({ format }).every(({ level }) => level === "warn"), format).toBe(true);
  expect(said({ format: "news" })).toEqual([]);
});

it("machines are told each kind by its own name", () => {
  expect(schemaTypes).toMatchObject({ news: "NewsArticle", analysis: "AnalysisNewsArticle", opinion: "OpinionNewsArticle", feature: "ReportageNewsArticle", explainer: "BackgroundNewsArticle" });
  expect(schemaTypes.press_release).not.toMatch(/News/);
});

it("a story's format counts for its hash, behind the hash of the rest, and news counts for nothing", () => {
  const { claim, claimant, claimantKind, verdict, ...older } = emptyStory();
  expect(contentHash(emptyStory()), "as before there were fact checks").toBe(contentHash(older as StoryContent));
  expect(contentHash({ ...emptyStory(), claim: "Mice" })).not.toBe(contentHash(emptyStory()));
  expect(contentHash(emptyStory())).toMatch(/^[\w-]{43}$/);
  expect(contentHash({ ...emptyStory(), format: "opinion" })).toBe(`${contentHash(emptyStory())}:opinion`);
});
