import type { Span } from "@/db/schema/comments";
import type { Language, WordRuleAction, WordRuleKind } from "@/db/vocabulary";
import { expressionHints } from "@/lib/content/language/expressions";
import type { HouseRule } from "@/lib/content/language/house-rules";
import { type Host, isBelow } from "@/lib/moderation/word-rules/hosts";
import { collapsed, isSame, looksLike, plainOf, readingsOf, rejoinedWords, type Spelled, spelledOut, type Word } from "@/lib/moderation/word-rules/words-of";

/** A rule as far as finding something depends on it. */
export type StandingRule = { id: string; kind: WordRuleKind; pattern: string; action: WordRuleAction; language: Language | null; sectionId: string | null; note: string };

/** What one rule found. Without a place it was the name, or where a link leads. */
export type Found = { rule: StandingRule; spans: Span[] };

/** Where a comment is written: rules may hold for one language or section alone. `sectionIds`: the story's section and those around it. */
export type Where = { language: Language | null; sectionIds: readonly string[] };

type Wanted = { rule: StandingRule; words: { plain: string; seen: string; isStart: boolean }[]; /** In one word, as it would be spelled out. */ together: { plain: string; seen: string } };

/** Words that are wanted, by how they are looked up: by their first word, put together as one, and those that begin with the start of a word. */
type WordIndex = { all: Wanted[]; byFirst: Map<string, Wanted[]>; byTogether: Map<string, Wanted[]>; starts: Wanted[] };

/** Rules that were read once and can be looked for in many texts. */
export type CompiledRules = { words: WordIndex; names: WordIndex; expressions: Map<HouseRule, StandingRule>; domains: StandingRule[] };

/** At most so many places are told of one rule in one text. */
const mostSpans = 20;
/** Spelled out, shorter words are initials. */
const fewestSpelled = 3;

export function compileRules(rules: readonly StandingRule[]): CompiledRules {
  const of = (wanted: WordRuleKind) => rules.filter(({ kind }) => kind === wanted);
  return {
    words: indexed(of("words").flatMap(wantedBy)),
    names: indexed(of("name").flatMap(wantedBy)),
    expressions: new Map(of("expression").map((rule) => [{ pattern: rule.pattern, suggestion: "", reason: "", matchCase: false, isExpression: true }, rule])),
    domains: of("domain"),
  };
}

function indexed(all: Wanted[]): WordIndex {
  const by = (keysOf: (wanted: Wanted) => string[]) => {
    const map = new Map<string, Wanted[]>();
    for (const wanted of all) for (const key of new Set(keysOf(wanted).map(collapsed))) map.set(key, [...(map.get(key) ?? []), wanted]);
    return map;
  };
  return {
    all,
    byFirst: by(({ words: [first] }) => (first && !first.isStart ? [first.plain, first.seen] : [])),
    byTogether: by(({ together }) => [together.plain, together.seen]),
    starts: all.filter(({ words: [first] }) => first?.isStart),
  };
}

function wantedBy(rule: StandingRule): Wanted[] {
  const words = [...rule.pattern.matchAll(/[\p{L}\p{N}@$][\p{L}\p{M}\p{N}\p{Cf}@$!|]*\*?/gu)].map(([written]) => {
    const word = written.replace(/\*$/, "");
    return { plain: plainOf(word), seen: looksLike(word) || plainOf(word), isStart: written.endsWith("*") };
  });
  if (words.length === 0) return [];
  return [{ rule, words, together: { plain: words.map(({ plain }) => plain).join(""), seen: words.map(({ seen }) => seen).join("") } }];
}

type Asked = { text: string; name: string; hosts: readonly Host[]; where: Where; /** As `performance.now()` tells it. */ until: number };

/** What the rules find in a comment, each rule once with every place. `whole` is false where its time was over before all expressions were looked for. */
export function findRules(compiled: CompiledRules, { text, name, hosts, where, until }: Asked): { found: Found[]; whole: boolean } {
  const found = new Map<StandingRule, Span[]>();
  const note = (rule: StandingRule, span: Span | null) => {
    if ((rule.language && rule.language !== where.language) || (rule.sectionId && !where.sectionIds.includes(rule.sectionId))) return;
    const spans = found.get(rule) ?? [];
    found.set(rule, spans);
    if (span && spans.length < mostSpans && !spans.some(({ from, to }) => from < span.to && span.from < to)) spans.push(span);
  };
  findWords(compiled.words, text, note);
  findWords(compiled.names, name, (rule) => note(rule, null));
  for (const { host, at } of hosts) for (const rule of compiled.domains) if (isBelow(host, rule.pattern)) note(rule, at);
  const { hints, whole } = expressionHints(text, [...compiled.expressions.keys()], until);
  for (const { rule: expression, start, end } of hints) {
    const rule = compiled.expressions.get(expression);
    if (rule) note(rule, { from: start, to: end });
  }
  return { found: [...found].map(([rule, spans]) => ({ rule, spans: spans.sort((one, other) => one.from - other.from) })), whole };
}

function findWords(index: WordIndex, text: string, note: (rule: StandingRule, span: Span) => void): void {
  if (index.all.length === 0) return;
  const { written, disguised } = readingsOf(text);
  for (const reading of disguised ? [written, disguised] : [written]) {
    for (const [place, word] of reading.entries()) {
      for (const { rule, words } of candidates(index, word)) {
        const last = reading[place + words.length - 1];
        if (last && words.every((wanted, at) => fits(wanted, reading[place + at]) && (at === 0 || isNear(text, reading[place + at - 1], reading[place + at])))) note(rule, { from: word.from, to: last.to });
      }
    }
  }
  for (const { plain, seen, from, to } of rejoinedWords(text, written)) {
    for (const { rule, together } of [...(index.byTogether.get(collapsed(plain)) ?? []), ...(seen ? (index.byTogether.get(collapsed(seen)) ?? []) : [])]) {
      if (isSame(together.plain, plain) || (seen && isSame(together.seen, seen))) note(rule, { from, to });
    }
  }
  for (const spelled of spelledOut(text, written)) for (const wanted of index.all) findSpelled(wanted, spelled, (span) => note(wanted.rule, span));
}

/** Rules that may begin with a word. */
function candidates({ byFirst, starts }: WordIndex, { plain, seen }: Word): Iterable<Wanted> {
  const [written, disguised] = [byFirst.get(collapsed(plain)), seen ? byFirst.get(collapsed(seen)) : undefined];
  if (!disguised) return starts.length === 0 ? (written ?? []) : [...(written ?? []), ...starts];
  return new Set([...(written ?? []), ...disguised, ...starts]);
}

function fits(wanted: Wanted["words"][number], word: Word | undefined): boolean {
  if (!word) return false;
  if (wanted.isStart) return word.plain.startsWith(wanted.plain) || (word.seen?.startsWith(wanted.seen) ?? false);
  return isSame(wanted.plain, word.plain) || (word.seen !== null && isSame(wanted.seen, word.seen));
}

/** The words of a phrase stand in one paragraph, with no more than a few signs between them. */
const isNear = (text: string, one: Word | undefined, next: Word | undefined): boolean => one !== undefined && next !== undefined && next.from - one.to <= 5 && !/\n\s*\n/.test(text.slice(one.to, next.from));

function findSpelled({ together }: Wanted, { says, looks, at }: Spelled, note: (span: Span) => void): void {
  if ([...together.plain].length < fewestSpelled) return;
  for (const [wanted, letters] of [[together.plain, says], [together.seen, looks]] as const) {
    for (let from = letters.together.indexOf(wanted); from !== -1; from = letters.together.indexOf(wanted, from + 1)) {
      const [first, last] = [at[letters.of[from] ?? 0], at[letters.of[from + wanted.length - 1] ?? 0]];
      if (first && last) note({ from: first.from, to: last.to });
    }
  }
}
