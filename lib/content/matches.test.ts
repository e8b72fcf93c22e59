import fc from "fast-check";
import { expect, it } from "vitest";
import { type MatchOptions, matchesIn } from "@/lib/content/matches";

const loose: MatchOptions = { matchCase: false, wholeWord: false, matchAccents: false };
const found = (text: string, query: string, options: Partial<MatchOptions> = {}) => matchesIn(text, query, { ...loose, ...options }).map(({ start, end }) => text.slice(start, end));

it.each<[string, string, Partial<MatchOptions>, string[]]>([
  ["The café and the Cafe", "cafe", {}, ["café", "Cafe"]],
  ["The café and the Cafe", "cafe", { matchAccents: true }, ["Cafe"]],
  ["The café and the Cafe", "Cafe", { matchCase: true }, ["Cafe"]],
  ["ferry ferryman Ferry", "ferry", { wholeWord: true }, ["ferry", "Ferry"]],
  ["cafe\u0301 noir", "cafe", {}, ["cafe\u0301"]],
  ["“It is ours”", '"it', {}, ["“It"]],
  ["it’s", "it's", {}, ["it’s"]],
  ["aaaa", "aa", {}, ["aa", "aa"]],
  ["كتاب الأدنى", "الأدنى", {}, ["الأدنى"]],
  ["a😀b😀", "😀", {}, ["😀", "😀"]],
  ["Łódź, Ærø and Straße", "lodz", {}, ["Łódź"]],
  ["Łódź, Ærø and Straße", "aero", {}, ["Ærø"]],
  ["Łódź, Ærø and Straße", "Strasse", {}, ["Straße"]],
  ["Łódź, Ærø and Straße", "stras", {}, ["Straß"]],
  ["Straße", "s", {}, ["S", "ß"]],
  ["Straße", "Strasse", { matchAccents: true }, []],
  ["ﬁsh… STRASSE", "fish...", {}, ["ﬁsh…"]],
  ["ŁÓDŹ Łódź", "Lodz", { matchCase: true }, ["Łódź"]],
  // As the search of readers has it: keyboards of Arabic and of Persian write one letter in two ways, and joints are not seen.
  ["مي‌خواهم و می‌خواهم", "میخواهم", {}, ["مي‌خواهم", "می‌خواهم"]],
  ["كـتاب", "کتاب", {}, ["كـتاب"]],
  ["كتاب", "کتاب", { matchAccents: true }, []],
  ["cafe\u0301 and café", "café", { matchAccents: true }, ["cafe\u0301", "café"]],
  ["cafe\u0301 and cafe", "cafe", { matchAccents: true }, ["cafe"]],
  ["co\u00adoperate", "cooperate", {}, ["co\u00adoperate"]],
  ["nothing", "", {}, []],
])("finds in %j what %j asks for with %j", (text, query, options, wanted) => {
  expect(found(text, query, options)).toEqual(wanted);
});

it("finds every text in itself, and only at places that are there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), (around, query) => {
      const text = around + query + around;
      for (const { start, end } of matchesIn(text, query, { matchCase: true, wholeWord: false, matchAccents: true })) if (start < 0 || end > text.length || start >= end) return false;
      return matchesIn(query, query, { matchCase: true, wholeWord: false, matchAccents: true }).length > 0;
    }),
  );
});
