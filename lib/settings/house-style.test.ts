import { expect, it } from "vitest";
import type { HouseRule } from "@/lib/content/language/house-rules";
import { HouseStyleInput, rulesAsText } from "@/lib/settings/house-style";

const rule = (pattern: string, isExpression: boolean): HouseRule => ({ pattern, suggestion: "x", reason: "", matchCase: false, isExpression });
const read = (rules: string) => HouseStyleInput.parse({ seen: 1, rules }).rules;

it.each<[string, HouseRule]>([
  ["a plain rule between slashes", rule("/utilise/", false)],
  ["a plain rule behind a slash, with another in its reason", { ...rule("/b", false), reason: "a/" }],
  ["a plain rule behind a backslash and a slash", rule("\\/b/", false)],
  ["a plain rule behind two of them", rule("\\\\/b/", false)],
  ["an expression", rule("b\\/s|c", true)],
  ["an expression that ends in an escaped space", rule("b\\ ", true)],
  ["an expression that begins and ends in a space", rule(" b ", true)],
])("%s is read as it was written", (_, one) => {
  expect(read(rulesAsText([one]))).toEqual([one]);
});

it("a plain rule is read without the spaces around it, and without the backslash before its first slash", () => {
  expect(read("  utilise  | x\n\\/utilise/ | x")).toEqual([rule("utilise", false), rule("/utilise/", false)]);
});
