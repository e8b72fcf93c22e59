import { expect, it } from "vitest";
import type { Language, WordRuleKind } from "@/db/vocabulary";
import { parseComment } from "@/lib/content/comment-markdown";
import { compileRules, findRules, type StandingRule } from "@/lib/moderation/word-rules/find";
import { domainOf, hostsIn } from "@/lib/moderation/word-rules/hosts";
import { readPattern } from "@/lib/moderation/word-rules/word-rule";

const rule = (kind: WordRuleKind, pattern: string, more: Partial<StandingRule> = {}): StandingRule => ({ id: pattern, kind, pattern, action: "hold", language: null, sectionId: null, note: "", ...more });

function found(rules: StandingRule[], text: string, { name = "Hanne Vold", language = "en" as Language, sectionIds = [] as string[] } = {}): string[] {
  const { found } = findRules(compileRules(rules), { text, name, hosts: hostsIn(text, parseComment(text)), where: { language, sectionIds }, until: performance.now() + 1000 });
  return found.flatMap(({ rule, spans }) => (spans.length > 0 ? spans.map(({ from, to }) => text.slice(from, to)) : [`(${rule.pattern})`]));
}

it.each([
  ["troll", "You troll, you TROLL!", ["troll", "TROLL"]],
  ["fool", "What a foooool", ["foooool"]],
  ["fool", "f o o l and f.o.o.l and f-o-o-l", ["f o o l", "f.o.o.l", "f-o-o-l"]],
  ["fool", "You f00l, you fo0l", ["f00l", "fo0l"]],
  ["fool", "fo.ol, fo_ol", ["fo.ol", "fo_ol"]],
  ["fool", "a fооl in Cyrillic letters", ["fооl"]],
  ["fool", "a f\u200dool with a joiner", ["f\u200dool"]],
  ["asshole", "a$$hole, @sshole, assh0le", ["a$$hole", "@sshole", "assh0le"]],
  ["shit", "sh!t", ["sh!t"]],
  ["crétin", "CRETIN, crétin, cre\u0301tin", ["CRETIN", "crétin", "cre\u0301tin"]],
  ["groß", "GROSS und groß", ["GROSS", "groß"]],
  ["dumme Kuh", "Du dumme  Kuh, und: dumme, Kuh", ["dumme  Kuh", "dumme, Kuh"]],
  ["troll*", "trolls trolling a troll", ["trolls", "trolling", "troll"]],
  ["كتاب", "هذا كِتاب", ["كِتاب"]],
  ["کتابی", "این كتابي است", ["كتابي"]],
  ["дурак", "Ты дypaк", ["дypaк"]],
])("the word “%s” is found in: %s", (pattern, text, wanted) => expect(found([rule("words", pattern)], text)).toEqual(wanted));

it.each([
  ["ass", "The class passed as assistants, as always in Assen."],
  ["cunt", "Scunthorpe is a town."],
  ["troll", "Trolley and stroll, trolls too."],
  ["fall", "I fail to see it."],
  ["hell", "Hello, shell; he'll come."],
  ["as", "An ass it is."],
  ["shit", "Push it. Pu-shit? No: push-it."],
  ["dumme Kuh", "Das war dumme.\n\nKuh und Kalb."],
  ["cop", "Мусор и сор: русский текст о другом, сор."],
  ["is", "1s and 5s, on the 15th at 10"],
  ["die", "d, i and then e"],
])("the word “%s” is not found in: %s", (pattern, text) => expect(found([rule("words", pattern)], text)).toEqual(pattern === "shit" ? ["shit"] : []));

it("an address is found with all below it, written out or not, and never beside it", () => {
  const spam = [rule("domain", "spam.example")];
  expect(found(spam, "See https://www.spam.example/a and deep.spam.example, or spam[dot]example, spam。example.")).toEqual(["www.spam.example", "deep.spam.example", "spam[dot]example", "spam。example"]);
  expect(found(spam, "See notspam.example, spam.example.org and nell@spam.example")).toEqual([]);
  expect([domainOf("https://*.Spam.example/x?y"), domainOf("*.spam.example"), domainOf("bücher.example"), domainOf("no domain"), domainOf("spam"), domainOf("1.2")]).toEqual(["spam.example", "spam.example", "xn--bcher-kva.example", null, null, null]);
});

it("an expression is looked for in what was written, a name in who wrote it", () => {
  expect(found([rule("expression", "\\b\\d{3}% (profit|gain)")], "A 300% PROFIT and 20% gain")).toEqual(["300% PROFIT"]);
  expect(found([rule("name", "Moby Dick")], "Said Moby Dick.", { name: "Mоby  Dick" })).toEqual(["(Moby Dick)"]);
  expect(found([rule("name", "Moby Dick")], "Said Moby Dick.")).toEqual([]);
});

it("a rule holds in its own language and section alone", () => {
  const die = [rule("words", "die", { language: "en" }), rule("words", "now", { sectionId: "town" })];
  expect(found(die, "die now", { language: "de", sectionIds: ["town"] })).toEqual(["now"]);
  expect(found(die, "die now", { language: "en", sectionIds: ["sport"] })).toEqual(["die"]);
});

it("says when its time was over, and reads a hostile text at once", () => {
  const many = Array.from({ length: 1000 }, (_, number) => rule("words", number % 3 === 0 ? `word${number}*` : `word ${number}`));
  const compiled = compileRules([...many, rule("expression", "(a+)+$")]);
  const began = performance.now();
  for (const text of ["a ".repeat(2500), "a.b.".repeat(1250), "a$".repeat(2500), "ab.cd ".repeat(830), "a".repeat(5000), "word ".repeat(1000)]) findRules(compiled, { text, name: "x", hosts: hostsIn(text, parseComment(text)), where: { language: null, sectionIds: [] }, until: performance.now() + 50 });
  expect(performance.now() - began).toBeLessThan(3000);
  expect(findRules(compiled, { text: "aaa", name: "", hosts: [], where: { language: null, sectionIds: [] }, until: 0 }).whole).toBe(false);
});

it.each([
  ["words", " ", "Write what it looks for."],
  ["words", "!!!", "at least one letter"],
  ["words", "tr*ll", "at its end alone"],
  ["words", "a*", "half the dictionary"],
  ["words", "笨蛋", "Write an expression"],
  ["domain", "not a domain", "Write a domain"],
  ["expression", "(unclosed", "cannot be read: missing"],
  ["expression", "(?=ahead)", "cannot be read"],
  ["expression", "x*", "fits where nothing is written"],
  ["expression", "[a-z]{1,900}", "too large"],
] as const)("a pattern that cannot be used is told in a sentence: %s %s", (kind, pattern, sentence) => expect(readPattern(kind, pattern)).toEqual({ problem: expect.stringContaining(sentence) }));
