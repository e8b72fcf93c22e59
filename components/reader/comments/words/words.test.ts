import { expect, it } from "vitest";
import { asBeginning, type DiscussionWords, discussionWords, scriptWords } from "@/components/reader/comments/words/words";
import { type Language, languageCodes } from "@/db/vocabulary";

/** Every sentence of a language by its place, functions called with something to say. */
function sentences(words: DiscussionWords): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, at: string) => {
    if (typeof value === "string") found.set(at, value);
    else if (typeof value === "function") for (const count of [1, 7]) found.set(`${at} ${count}`, String(value(count)));
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${at}.${name}`);
  };
  walk(words, "");
  return found;
}

const english = sentences(discussionWords.en);

it.each(languageCodes)("in %s no word of the discussion is missing", (language: Language) => {
  const said = sentences(discussionWords[language]);
  expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [place, sentence] of said) expect(sentence.trim(), place).not.toBe("");
});

it.each(languageCodes.filter((language) => language !== "en"))("in %s no sentence is English", (language) => {
  const said = sentences(discussionWords[language]);
  for (const [place, sentence] of said) if (sentence.length > 12) expect(sentence, place).not.toBe(english.get(place));
  if (language === "fa" || language === "ar") expect([...said.values()].filter((sentence) => /[a-z]/i.test(sentence))).toEqual([]);
});

it("whoever is signed in is named in the sentence of every language", () => {
  for (const { script } of Object.values(discussionWords)) expect(script.as.split("…")).toHaveLength(2);
});

it("the script on the page says of a new comment what its own page says", () => {
  expect(scriptWords(discussionWords.en)).toMatchObject({ ownPage: "Follow it on its own page", ownPageShows: "and keep that address to come back to it.", waiting: { title: "Your comment is waiting for review" }, published: { title: "Your comment is published" } });
});

it.each(languageCodes)("in %s what stands first in the line above the comments begins as a line does", (language) => {
  const line = asBeginning(discussionWords[language].openUntil("5"), language);
  expect(line).not.toMatch(/^\p{Ll}/u);
  expect(line.toLowerCase()).toBe(discussionWords[language].openUntil("5").toLowerCase());
});
