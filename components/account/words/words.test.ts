import { expect, it } from "vitest";
import { type AccountProblem, type AccountWords, accountWords, inAccountWords } from "@/components/account/words/words";
import { languageCodes } from "@/db/vocabulary";
import { failureWith, rateLimited } from "@/lib/kernel/failure";

const flat = ({ problems, ...words }: AccountWords): Record<string, string> => ({ ...words, ...Object.fromEntries(Object.entries(problems).map(([name, said]) => [`problems.${name}`, said])) });
const english = flat(accountWords.en);
const gaps = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

it.each(languageCodes)("in %s nothing is missing, with the same gaps", (language) => {
  const said = flat(accountWords[language]);
  expect(Object.keys(said).sort()).toEqual(Object.keys(english).sort());
  for (const [place, sentence] of Object.entries(said)) {
    expect(sentence.trim(), place).not.toBe("");
    expect(gaps(sentence), place).toEqual(gaps(english[place] ?? ""));
    if (language !== "en" && sentence.length > 14) expect(sentence, place).not.toBe(english[place]);
    if (language === "fa" || language === "ar") expect(sentence.replaceAll(/\{\w+\}/g, ""), place).not.toMatch(/[a-z]/i);
  }
});

it("says what is wrong with a field beside it, and how long to wait", () => {
  const short = failureWith("invalid", "weak_password", "…", { fields: { password: "…" }, problems: { password: { reason: "too_short", values: { least: 10 } } } });
  expect(inAccountWords(short, "de")).toMatchObject({ message: "Nehmen Sie mindestens 10 Zeichen.", fields: { password: "Nehmen Sie mindestens 10 Zeichen." } });
  expect(inAccountWords(rateLimited("too_often", "…", { retryAfter: 2400 }), "en").message).toContain("40 minutes");
  expect(inAccountWords(failureWith("invalid", "invalid_input", "…", { fields: { email: "This is too long." } }), "fr").fields?.email).toContain("nom@example.org");
  const unknown: AccountProblem = "failed";
  expect(inAccountWords(failureWith("conflict", "nobody_knows", "English."), "ar").message).toBe(accountWords.ar.problems[unknown]);
});
