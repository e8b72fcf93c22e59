import { expect, it } from "vitest";
import { isSlug, slugFrom, tagSlugFrom } from "@/lib/kernel/slug";

it.each([
  ["The last boat home, by two votes", "the-last-boat-home-by-two-votes"],
  ["Über Straße & Café", "uber-strasse-cafe"],
  ["پس از سه سال غبار", "پس-از-سه-سال-غبار"],
  ["کتاب‌های تازه می‌آیند", "کتاب-های-تازه-می-آیند"],
  ["Saltgate’s footbridge", "saltgates-footbridge"],
  ["  ---  ", ""],
  ["☃", ""],
])("makes of “%s” the slug “%s”", (headline, slug) => {
  expect(slugFrom(headline)).toBe(slug);
});

it("cuts a long headline between words, at 80 characters", () => {
  const slug = slugFrom("word ".repeat(40));
  expect([...slug].length).toBeLessThanOrEqual(80);
  expect(slug.endsWith("word")).toBe(true);
});

it.each(["", "Upper", "two--hyphens", "-edge", "a b", "a/b", "é".normalize("NFD"), "x".repeat(81), "..", "%2e"])("does not take “%s” for a slug", (text) => {
  expect(isSlug(text)).toBe(false);
});

it("knows a tag again with and without its half-space", () => {
  expect(tagSlugFrom("کتاب‌ها")).toBe(tagSlugFrom("کتابها"));
});

it("takes what it makes", () => {
  for (const headline of ["One two", "خبر تازه", "日本 語", "Ελλάδα 2"]) expect(isSlug(slugFrom(headline))).toBe(true);
});
