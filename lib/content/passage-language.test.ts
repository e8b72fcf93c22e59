import { expect, it } from "vitest";
import { offeredLanguages, passageLanguage, passageLanguageName } from "@/lib/content/passage-language";

it.each([["cy", "cy"], ["pt-br", "pt-BR"], ["pt_BR", "pt-BR"], [" zh-hant-tw ", "zh-Hant-TW"], ["iw", "he"], ["gsw", "gsw"]])("spells %j as %s", (typed, tag) => {
  expect(passageLanguage(typed)).toBe(tag);
});

it.each(["", "x", "English", "en-", "qqq", "de-x-private-use-more", "en\"><b", "123", "en-u-ca-buddhist-nu-thai"])("takes %j for no language", (typed) => {
  expect(passageLanguage(typed)).toBeNull();
});

it("has a name for every language that it offers", () => {
  for (const tag of offeredLanguages) expect(passageLanguage(tag)).toBe(tag);
  expect(passageLanguageName("cy")).toBe("Welsh");
});
