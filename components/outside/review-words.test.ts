import { expect, it } from "vitest";
import { refusalInWords, reviewWords } from "@/components/outside/review-words";
import { languageCodes } from "@/db/vocabulary";
import { conflict, invalid } from "@/lib/kernel/failure";

it.each(languageCodes)("every refusal is said in %s, each in its own words", (language) => {
  const failures = [invalid("invalid_input", "", { fields: { name: "" } }), invalid("invalid_input", "", { fields: { name: "Say who you are." } }), invalid("nothing_said", ""), invalid("not_in_words", ""), conflict("too_many_readers", ""), conflict("too_often", ""), invalid("never_heard_of", "")];
  const said = failures.map((failure) => refusalInWords(failure, language));
  expect(said.every((words) => words.length > 5)).toBe(true);
  expect(new Set(said.slice(1)).size).toBe(6);
  expect(Object.values(reviewWords[language]).every((words) => words !== "")).toBe(true);
});
