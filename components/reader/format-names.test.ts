import { expect, it } from "vitest";
import { markInList, markOnPage } from "@/components/reader/format-names";

const story = (format: "news" | "opinion" | "interview" | "press_release", kicker = "Ferries", language: "en" | "de" = "en") => ({ format, kicker, language });

it("a list marks every story that is no plain news, in the story's language", () => {
  expect([story("opinion"), story("press_release", "Fähren", "de"), story("interview"), story("news")].map(markInList)).toEqual(["Opinion", "Pressemitteilung", "Interview", null]);
});

it("a page marks it too, and never says twice what the kicker says", () => {
  expect([story("interview"), story("interview", " INTERVIEW "), story("news")].map(markOnPage)).toEqual(["Interview", null, null]);
});
