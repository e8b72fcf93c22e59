import type { Language } from "@/db/vocabulary";
import { ar } from "@/lib/comments/refusals/ar";
import { de } from "@/lib/comments/refusals/de";
import { en } from "@/lib/comments/refusals/en";
import { es } from "@/lib/comments/refusals/es";
import { fa } from "@/lib/comments/refusals/fa";
import { fr } from "@/lib/comments/refusals/fr";
import { type Failure, type FailureCode, failureWith, type Problem } from "@/lib/kernel/failure";

export type RefusalReason = keyof typeof en;
export type RefusalWords = Record<RefusalReason, string>;

/** Every refusal in every language that a story may be written in. */
export const refusalWords = { en, de, fr, es, fa, ar } satisfies Record<Language, RefusalWords>;

/** Locales whose digits and units stand in the sentences. */
const locales = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES", fa: "fa-IR", ar: "ar-EG" } satisfies Record<Language, string>;

/** What is wrong with one field, by its word in the catalogue. */
export type FieldProblem = Problem & { reason: RefusalReason };

/** One refusal as a sentence. */
export function sentenceOf({ reason, values = {} }: FieldProblem, language: Language = "en"): string {
  return refusalWords[language][reason].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    if (name === "wait") return lengthOfTime(Number(value), language);
    return typeof value === "number" ? value.toLocaleString(locales[language]) : value;
  });
}

type More = { retryAfter?: number; problems?: Record<string, FieldProblem> };

/** Why a comment is not taken: by a word that each page says in the language of its story. */
export function refusal(code: FailureCode, reason: RefusalReason, { retryAfter, problems }: More = {}): Failure {
  const message = sentenceOf({ reason, ...(retryAfter ? { values: { wait: retryAfter } } : {}) });
  return failureWith(code, reason, message, { ...(retryAfter ? { retryAfter } : {}), ...(problems ? { problems, fields: sentences(problems, "en") } : {}) });
}

/** As `refusal`, for fields: what is wrong with each, all at once. `reason` names the failure for programs. */
export function wrongFields(reason: string, problems: Record<string, FieldProblem>): Failure {
  const fields = sentences(problems, "en");
  return failureWith("invalid", reason, Object.values(fields).join(" "), { fields, problems });
}

/** Whether a whole form was longer than is taken, and may not have been read. */
export const isTooLong = ({ reason }: Failure): boolean => reason === "too_large" || reason === "form_too_long";

/** What every command, limit and route may answer, by the word that a commenter hears. */
const ofEveryCommand: Record<string, RefusalReason> = {
  not_found: "story_gone",
  key_reused: "form_used",
  done_before: "form_used",
  key_unreadable: "form_old",
  invalid_input: "form_unreadable",
  not_json: "form_unreadable",
  no_story: "story_gone",
  signed_out: "sign_in",
  not_allowed: "sign_in",
};

/** A failure as a commenter reads it under a story in this language. */
export function inLanguage({ problems, values, ...failure }: Failure, language: Language): Failure {
  const { fields: _, ...rest } = failure;
  const fields = problems && sentences(problems as Record<string, FieldProblem>, language);
  const own = Object.hasOwn(en, failure.reason) ? (failure.reason as RefusalReason) : null;
  if (fields && !own) return { ...rest, message: Object.values(fields).join(" "), fields };
  const reason = own ?? ofEveryCommand[failure.reason] ?? "failed";
  const message = sentenceOf({ reason, values: { ...values, ...(failure.retryAfter ? { wait: failure.retryAfter } : {}) } }, language);
  return { ...rest, message, ...(fields ? { fields } : {}) };
}

function sentences(problems: Record<string, FieldProblem>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, sentenceOf(problem, language)]));
}

/** "3 seconds", "42 minutes", "12 days", as the language counts them. */
export function lengthOfTime(seconds: number, language: Language): string {
  const [number, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [Math.ceil(seconds / 60), "minute"] : seconds < 172_800 ? [Math.ceil(seconds / 3600), "hour"] : [Math.ceil(seconds / 86_400), "day"];
  return new Intl.NumberFormat(locales[language], { style: "unit", unit: unit as string, unitDisplay: "long" }).format(number as number);
}
