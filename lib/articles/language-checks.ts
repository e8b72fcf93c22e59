import type { Check, CheckPlace } from "@/lib/articles/checks";
import { asCapitalised, type Repair, timesBefore } from "@/lib/articles/repair";
import type { StoryContent } from "@/lib/content/document";
import { type HouseRule, styleHints } from "@/lib/content/language/house-rules";
import { readingGrade } from "@/lib/content/language/reading-grade";
import { longSentence, longSentencesOf } from "@/lib/content/language/sentences";
import { bodyText, textOfBlock } from "@/lib/content/to-text";

/** Most hints of one kind: a list that is longer is not read. */
const most = 12;
const grades = { easy: "It reads easily", plain: "It reads plainly", demanding: "It asks for attention", hard: "It is hard to read" } as const;

/** How the story is written: words for which the house has better ones, sentences that are long, how hard it is to read. Never a stop. */
export function languageChecks(content: StoryContent, rules: readonly HouseRule[]): Check[] {
  return [...houseWords(content, rules), ...longOnes(content), ...reading(content)];
}

function passagesOf(content: StoryContent): { place: CheckPlace; text: string }[] {
  const fields = (["kicker", "headline", "standfirst"] as const).map((field) => ({ place: { field }, text: content[field] }));
  return [...fields, ...content.body.content.filter((block) => block.type !== "stash").map((block) => ({ place: block.attrs?.id ? { blockId: block.attrs.id } : { field: "body" }, text: textOfBlock(block) }))];
}

function houseWords(content: StoryContent, rules: readonly HouseRule[]): Check[] {
  if (rules.length === 0) return [];
  const found = passagesOf(content).flatMap(({ place, text }, passage) =>
    styleHints(text, rules).map(({ rule, start, end }, number): Check => {
      const words = text.slice(start, end);
      return { id: `style:${passage}:${number}`, level: "warn", place, message: rule.suggestion ? `“${words}”: better “${rule.suggestion}”` : `“${words}”: not in this house`, ...(rule.reason ? { hint: rule.reason } : {}), ...replacing(place, text, words, start, rule) };
    }),
  );
  return found.slice(0, most);
}

function replacing(place: CheckPlace, text: string, words: string, start: number, rule: HouseRule): Pick<Check, "repairs"> {
  if (!rule.suggestion) return {};
  const by = rule.matchCase ? rule.suggestion : asCapitalised(rule.suggestion, words);
  const repair: Repair = { label: `Write “${by}”`, does: "replace-words", place, words, nth: timesBefore(text, words, start), by };
  return { repairs: [repair] };
}

function longOnes(content: StoryContent): Check[] {
  const found = passagesOf(content).flatMap(({ place, text }, passage) => longSentencesOf(text, content.language).map((sentence, number): Check => ({ id: `sentence:${passage}:${number}`, level: "warn", place, message: `A sentence of more than ${longSentence} words`, hint: `“${sentence.slice(0, 60)}…”` })));
  return found.slice(0, most);
}

function reading(content: StoryContent): Check[] {
  const grade = readingGrade(bodyText(content.body), content.language);
  return grade ? [{ id: "reading", level: grade.name === "hard" ? "warn" : "fine", message: `${grades[grade.name]} (${grade.ease} of 100)`, ...(grade.name === "hard" ? { hint: "Shorter sentences and shorter words help most." } : {}) }] : [];
}
