import { expect, it } from "vitest";
import { type FamilyMember, translationsOf } from "@/lib/articles/reads/translations";

const member = (article: string, language: FamilyMember["language"], day: number): FamilyMember => ({ article, slug: article, section: "town", headline: article, language, publishedAt: new Date(Date.UTC(2026, 10, day)).toISOString() });
const family = [member("boat", "en", 3), member("boot", "de", 2), member("ghayegh", "fa", 1)];
const named = (article: string, of = family) => translationsOf(article, of).map(({ language, path, isOriginal }) => `${language} ${path}${isOriginal ? " first" : ""}`);

it("names every other language, and says which was public first", () => {
  expect(named("boat")).toEqual(["de /town/boot", "fa /town/ghayegh first"]);
  expect(named("ghayegh")).toEqual(["en /town/boat", "de /town/boot"]);
});

it("whoever is named names back, also where two are in one language", () => {
  const twice = [...family, member("second", "en", 4)];
  expect(named("second", twice)).toEqual([]);
  for (const one of twice) for (const other of translationsOf(one.article, twice)) expect(translationsOf(other.path.split("/").at(-1) ?? "", twice).map(({ path }) => path)).toContain(`/town/${one.article}`);
});

it("names nothing where nothing of its family is public, or it is none of it", () => {
  expect(named("boat", [])).toEqual([]);
  expect(named("boat", family.slice(0, 1))).toEqual([]);
  expect(named("tram")).toEqual([]);
});
