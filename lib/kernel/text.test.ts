import { expect, it } from "vitest";
import { countWords } from "@/lib/kernel/text";

it.each([
  ["It sails at 23:40, with 1,000 on board.", 8],
  ["e.g. example.com, 3.5 % of it", 5],
  ["a well-known, old-school mate’s log", 5],
  ["one–two — three", 3],
  ["قایق شب‌ها از بندر می‌رود", 5],
  ["\u0661\u066c\u0660\u0660\u0660 \u0643\u0644\u0645\u0629", 2],
  ["hy\u00adphen\u00adated", 1],
  [" … — ! ", 0],
])("counts the words of %j as a reader does", (text, words) => {
  expect(countWords(text)).toBe(words);
});
