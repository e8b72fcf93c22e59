import type { Check } from "@/lib/articles/checks";
import { type Passage, passagesOf, within } from "@/lib/articles/passages";
import { asCapitalised, type Repair, timesBefore } from "@/lib/articles/repair";
import type { StoryContent } from "@/lib/content/document";
import { expressionHints } from "@/lib/content/language/expressions";
import { type HouseRule, styleHints } from "@/lib/content/language/house-rules";
import { readingGrade } from "@/lib/content/language/reading-grade";
import { longSentence, longSentencesOf, sentencesOf } from "@/lib/content/language/sentences";
import { runningText } from "@/lib/content/to-text";

/** Most hints of one kind: a list that is longer is not read. */
const most = 12;
/** How long the expressions of the house may look through a story, in milliseconds. */
const timeForExpressions = 100;
const grades = { easy: "It reads easily", plain: "It reads plainly", demanding: "It asks for attention", hard: "It is hard to read" } as const;

/** How the story is written: words for which the house has better ones, sentences that are long, how hard it is to read. Never a stop. */
export function languageChecks(content: StoryContent, rules: readonly HouseRule[]): Check[] {
  const passages = passagesOf(content);
  const onRecord = new Set(content.body.content.flatMap((block) => (block.type === "correctionNote" ? (block.attrs.id ?? []) : [])));
  return [...houseWords(passages, rules, onRecord), ...longOnes(passages, content), ...reading(passages, content)];
}

function houseWords(passages: readonly Passage[], rules: readonly HouseRule[], onRecord: ReadonlySet<string>): Check[] {
  if (rules.length === 0) return [];
  const until = performance.now() + timeForExpressions;
  const read = passages.map(({ text }) => expressionHints(text, rules, until));
  const found = passages.flatMap(({ place, text }, passage) =>
    [...styleHints(text, rules), ...(read[passage]?.hints ?? [])].flatMap(({ rule, start, end, by: suggested }, number): Check[] => {
      const words = text.slice(start, end);
      const by = rule.matchCase ? suggested : asCapitalised(suggested, words);
      if (by === words) return [];
      const nth = timesBefore(text, words, start);
      const repair: Repair = { label: `Write “${by}”`, does: "replace-words", place, words, nth, by };
      return [{ id: `style:${passage}:${number}`, level: "warn", place: within(place, { said: { words, nth } }), message: suggested ? `“${words}”: better “${suggested}”` : `“${words}”: not in this house`, ...(rule.reason ? { hint: rule.reason } : {}), ...(by && isNamed(place) && !("blockId" in place && onRecord.has(place.blockId)) ? { repairs: [repair] } : {}) }];
    }),
  );
  const unread: Check[] = read.every(({ whole }) => whole) ? [] : [{ id: "style:unread", level: "warn", message: "The house’s expressions took too long: some of the text was not looked through", hint: "An administrator can make them simpler under House style." }];
  return [...found.slice(0, most), ...unread];
}

/** Whether a machine finds the place again: a block without a name stands for the whole body. */
const isNamed = (place: Passage["place"]) => !("field" in place) || place.field !== "body";

function longOnes(passages: readonly Passage[], { language }: StoryContent): Check[] {
  const found = passages.flatMap(({ place, text }, passage) =>
    longSentencesOf(text, language).map(({ words, start }, number): Check => ({ id: `sentence:${passage}:${number}`, level: "warn", place: within(place, { said: { words, nth: timesBefore(text, words, start) } }), message: `A sentence of more than ${longSentence} words`, hint: `“${words.slice(0, 60)}…”` })),
  );
  return found.slice(0, most);
}

/** A text that is hard to read leads to its longest sentence: there most is won. */
function reading(passages: readonly Passage[], content: StoryContent): Check[] {
  const grade = readingGrade(runningText(content.body), content.language);
  if (!grade) return [];
  const hard = grade.name === "hard";
  const said = grade.ease === null ? `${grades[grade.name]} (sentences of ${grade.sentence} words)` : `${grades[grade.name]} (${grade.ease} of 100)`;
  return [{ id: "reading", level: hard ? "warn" : "fine", message: said, ...(hard ? { hint: "Shorter sentences and shorter words help most.", ...longest(passages, content) } : {}) }];
}

function longest(passages: readonly Passage[], { language }: StoryContent): Pick<Check, "place"> {
  const all = passages.filter(({ place }) => "blockId" in place && !place.part).flatMap(({ place, text }) => sentencesOf(text, language).map(({ words, start }) => ({ place, text, words, start })));
  const [first] = all.toSorted((left, right) => right.words.length - left.words.length);
  return first ? { place: within(first.place, { said: { words: first.words, nth: timesBefore(first.text, first.words, first.start) } }) } : {};
}
