import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "@/db/vocabulary";
import { expressionHints, expressionProblem } from "@/lib/content/language/expressions";
import { type HouseRule, styleHints } from "@/lib/content/language/house-rules";
import { readingGrade } from "@/lib/content/language/reading-grade";
import { longSentencesOf, sentencesOf } from "@/lib/content/language/sentences";
import { settingOf } from "@/lib/content/language/typography";

/** Types letter by letter. */
function typed(keys: string, language: Language): string {
  let text = "";
  for (const key of keys) {
    const set = settingOf(key, text, language);
    text = set ? text.slice(0, text.length - set.back) + set.text : text + key;
  }
  return text;
}

it.each<[Language, string, string]>([
  ["en", `"It is ours," she said`, "“It is ours,” she said"],
  ["en", "it's the '90s", "it’s the ’90s"],
  ["en", "'90s and ('80s) rock 'n' roll", "’90s and (’80s) rock ’n’ roll"],
  ["en", `'Tis said "get 'em" till 'twas over, 'til now.`, "’Tis said “get ’em” till ’twas over, ’til now."],
  ["en", "'tissue', 'nor' and 'em' are 'cause and 90s' for '90 days'", "‘tissue’, ‘nor’ and ‘em’ are ‘cause and 90s’ for ‘90 days’"],
  ["de", "die '90s", "die ‚90s"],
  ["de", `"Nein 'ja' nein", wie geht's 'so geht's' gut`, "„Nein ‚ja‘ nein“, wie geht’s ‚so geht’s‘ gut"],
  ["fr", `"Non 'oui' non" l'ami`, "«\u202fNon “oui” non\u202f» l’ami"],
  ["es", `"No 'si' no"`, "«No “si” no»"],
  ["fa", `"یک 'دو' سه"`, "«یک ‹دو› سه»"],
  ["en", "one -- two --- three...", "one – two — three…"],
  ["de", `"Er sagte 'ja'", "nein 'ja' ("so")"`, "„Er sagte ‚ja‘“, „nein ‚ja‘ („so“)“"],
  ["de", `"'Ja', sagt er"`, "„‚Ja‘, sagt er“"],
  ["de", `Er sagte: "Ja."`, "Er sagte: „Ja.“"],
  ["fr", `"Oui !" dit-il ; bien`, "«\u202fOui\u202f!\u202f» dit-il\u202f; bien"],
  ["fa", `گفت "بله"`, "گفت «بله»"],
  ["en", `("quoted")`, "(“quoted”)"],
  ["en", "10 % of Netz. Bald", "10 % of Netz. Bald"],
  ["de", "10 % und 5 € (z. B. im Netz. Bald, d. h. u. a. dort)", "10\u00a0% und 5\u00a0€ (z.\u00a0B. im Netz. Bald, d.\u00a0h. u.\u00a0a. dort)"],
  ["fr", "10 % de 5 €", "10\u00a0% de 5\u00a0€"],
])("sets what is typed in %s", (language, keys, wanted) => {
  expect(typed(keys, language)).toBe(wanted);
});

describe("house rules", () => {
  const rule = (pattern: string, more: Partial<HouseRule> = {}): HouseRule => ({ pattern, suggestion: "in question", reason: "", matchCase: false, isExpression: false, ...more });
  const hits = (text: string, one: HouseRule) => styleHints(text, [one]).map(({ start, end }) => text.slice(start, end));

  it.each<[string, string, Partial<HouseRule>, string[]]>([
    ["The sum at issue is small.", "at issue", {}, ["at issue"]],
    ["Utilise, utilising and utility", "utilis*", {}, ["Utilise", "utilising"]],
    ["the Internet and internet", "Internet", { matchCase: true }, ["Internet"]],
    ["catissue at  issue", "at issue", {}, ["at  issue"]],
    ["a.b and axb", "a.b", {}, ["a.b"]],
    ["(at issue)", "at issue", {}, ["at issue"]],
    ["Look at. Issue two", "at issue", {}, []],
    ["What I look at\nissue by issue", "at issue", {}, []],
    ["Look at\tissue", "at issue", {}, []],
  ])("in %j %j finds its words and no others", (text, pattern, more, wanted) => {
    expect(hits(text, rule(pattern, more))).toEqual(wanted);
  });

  it("takes any pattern and any text", () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }), (pattern) => styleHints("a".repeat(20_000), [rule(pattern)]) !== null), { numRuns: 200 });
    expect(hits(`${"a".repeat(50_000)}!`, rule("a*a*a*a*b"))).toEqual([]);
  });
});

describe("house rules that are expressions", () => {
  const rule = (pattern: string, suggestion = "", more: Partial<HouseRule> = {}): HouseRule => ({ pattern, suggestion, reason: "", matchCase: false, isExpression: true, ...more });
  const soon = () => performance.now() + 5000;
  const said = (text: string, one: HouseRule) => expressionHints(text, [one], soon()).hints.map(({ start, end, by }) => `${text.slice(start, end)} → ${by}`);

  it.each<[string, HouseRule, string[]]>([
    ["It costs 12 euro, or 3 Euro.", rule("(\\d+) euro", "€$1"), ["12 euro → €12", "3 Euro → €3"]],
    ["It costs 12 euro, or 3 Euro.", rule("(\\d+) Euro", "$$$1", { matchCase: true }), ["3 Euro → $3"]],
    ["🚢 Die 🚢 Straße 7 ", rule("straße (\\d)", "Str. $1"), ["Straße 7 → Str. 7"]],
    ["one two\nthree", rule("two\\s+three", "x"), []],
    ["aaa", rule("b*", "x"), []],
  ])("in %j %j", (text, one, wanted) => {
    expect(said(text, one)).toEqual(wanted);
  });

  it("finds the second half of a paragraph of any length", () => {
    const text = `${"word ".repeat(5000)}12 euro`;
    expect(said(text, rule("(\\d+) euro", "€$1"))).toEqual(["12 euro → €12"]);
  });

  it.each([
    ["a(", "", /cannot be read: missing closing/],
    ["(?=a)b", "", /cannot be read/],
    ["(a)\\1", "", /cannot be read/],
    ["a*", "", /where nothing is written/],
    ["(?:[a-z]{1,500}x){1,2}", "", /too large/],
    ["(a)b", "$2", /speaks of \$2/],
    ["(a+)+b", "$1", null],
  ])("says what is wrong with %j", (pattern, suggestion, wanted) => {
    const problem = expressionProblem({ pattern, suggestion });
    if (wanted) expect(problem).toMatch(wanted);
    else expect(problem).toBeNull();
  });

  it("two rules whose suggestion and pattern read alike in a row are not taken for one another", () => {
    const [one, other] = [rule("red boat", "a"), rule("boat", "a red")];
    expect(expressionHints("A red boat.", [one, other], soon()).hints.map(({ by, start }) => `${by} ${start}`)).toEqual(["a 2", "a red 6"]);
  });

  it("no expression that is let in holds a text up, and one that was not is not looked for", () => {
    const text = `${"a".repeat(60_000)} ${"a a ".repeat(30_000)}`;
    for (const pattern of ["(a+)+$", "(a|aa)*b", "(x+x+)+y", "a(.*b)?", "([a-z ]+)*!", "(.*a){20}c", "[a ]{1,200}b"]) {
      expect(expressionProblem({ pattern, suggestion: "" }), pattern).toBeNull();
      const began = performance.now();
      expressionHints(text, [rule(pattern)], began + 100);
      // The one search that is under way when the time is over may end.
      expect(performance.now() - began, pattern).toBeLessThan(1000);
    }
    expect(expressionHints("a(", [rule("a("), rule("(?:[a-z]{1,500}x){1,2}")], soon())).toEqual({ hints: [], whole: true });
    expect(expressionHints(text, [rule("b")], performance.now() - 1).whole).toBe(false);
  });
});

describe("reading", () => {
  it("divides sentences as the language does", () => {
    expect(sentencesOf("It sails at 23:40. Nobody is late! Is it full?", "en")).toHaveLength(3);
    expect(sentencesOf("قایق می‌رود. کسی دیر نمی‌آید؟", "fa")).toHaveLength(2);
    const long = longSentencesOf(`Short. A ${"word ".repeat(45)}. Short.`, "en");
    expect(long).toMatchObject([{ start: 7 }]);
    expect(longSentencesOf("a cell of words\t".repeat(12), "en"), "a row of a table").toEqual([]);
  });

  it("tells a plain text from a hard one, where there is no formula by its sentences", () => {
    const plain = readingGrade("The boat left at ten. We sat in the sun. It was a good day. ".repeat(10), "en");
    const hard = readingGrade("Notwithstanding institutional considerations, administrative reorganisation necessitates comprehensive interdepartmental consultation regarding responsibilities. ".repeat(10), "en");
    expect(plain?.name).toBe("easy");
    expect(hard?.name).toBe("hard");
    expect(readingGrade("short", "en")).toBeNull();
    expect(readingGrade("قایق ".repeat(200), "fa")).toEqual({ ease: null, sentence: 200, name: "hard" });
    expect(readingGrade("قایق شب‌ها از بندر می‌رود. ".repeat(40), "fa")).toEqual({ ease: null, sentence: 5, name: "easy" });
  });
});
