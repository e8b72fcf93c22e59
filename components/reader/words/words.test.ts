import { expect, it } from "vitest";
import { type Words, words } from "@/components/reader/words";
import { counted } from "@/components/reader/words/counted";
import { type Language, languageCodes } from "@/db/vocabulary";

/** Every sentence of a language by its place, functions called with a few numbers or with a name. */
function sentences(of: Words): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, at: string) => {
    if (typeof value === "string") found.set(at, value);
    else if (typeof value === "function") for (const count of [0, 1, 2, 7, 30, 100]) found.set(`${at} ${count}`, String(value(count, "۷")));
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${at}.${name}`);
  };
  walk(of, "");
  return found;
}

const english = sentences(words.en);
/** What French spells as English does. */
const shared = /^(Correction\.?|\d+ minutes?)$/;

it.each(languageCodes)("in %s no word of the paper is missing", (language: Language) => {
  const said = sentences(words[language]);
  expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [place, sentence] of said) {
    expect(sentence.trim(), place).not.toBe("");
    expect(sentence, place).not.toMatch(/undefined|#/);
  }
});

it.each(languageCodes.filter((language) => language !== "en"))("in %s no sentence is English", (language) => {
  const said = sentences(words[language]);
  for (const [place, sentence] of said) if (language !== "fr" || !shared.test(sentence)) expect(sentence, place).not.toBe(english.get(place));
  if (language === "fa" || language === "ar") expect([...said.values()].map((sentence) => sentence.replace("Standfirst", "")).filter((sentence) => /[a-z]/i.test(sentence))).toEqual([]);
});

it("a number of things takes the form and the digits of its language", () => {
  expect([1, 2, 5, 12, 100].map(words.ar.comments)).toEqual(["تعليق واحد", "تعليقان", "٥ تعليقات", "١٢ تعليقًا", "١٠٠ تعليق"]);
  expect(words.fa.minutes(12)).toBe("۱۲ دقیقه");
  expect([0, 1, 2].map(counted("fr", { one: "# article", many: "# d’articles", other: "# articles" }))).toEqual(["0 article", "1 article", "2 articles"]);
  expect(words.en.minutes(1)).toBe("1 minute");
});
