import { ar } from "@/components/account/words/ar";
import { de } from "@/components/account/words/de";
import { en } from "@/components/account/words/en";
import { es } from "@/components/account/words/es";
import { fa } from "@/components/account/words/fa";
import { fr } from "@/components/account/words/fr";
import type { Language } from "@/db/vocabulary";
import { lengthOfTime } from "@/lib/comments/refusals/refusal";
import type { Failure, Problem } from "@/lib/kernel/failure";

/** What is wrong, by the word that a command or a limit gives it. */
export type AccountProblem =
  | "name_short"
  | "name_long"
  | "hidden_marks"
  | "address"
  | "no_letter"
  | "paper"
  | "staff"
  | "taken"
  | "too_short"
  | "too_long"
  | "common"
  | "personal"
  | "wrong_password"
  | "no_mail"
  | "known"
  | "link_spent"
  | "too_often"
  | "not_confirmed"
  | "email"
  | "failed"
  | "appeal_empty"
  | "report_too_long"
  | "appealed_already"
  | "appeal_over";

/** The words of a reader's account, in the language of the paper or the one that she chose. {name}, {n}, {day} and {wait} are filled in. */
export type AccountWords = Record<
  | "signUp"
  | "signUpIntro"
  | "closed"
  | "guestToo"
  | "name"
  | "nameHint"
  | "email"
  | "emailHint"
  | "send"
  | "sent"
  | "haveOne"
  | "newHere"
  | "welcome"
  | "welcomeIntro"
  | "dead"
  | "deadText"
  | "again"
  | "password"
  | "passwordHint"
  | "enter"
  | "room"
  | "myComments"
  | "news"
  | "data"
  | "account"
  | "paper"
  | "signOut"
  | "none"
  | "noneYet"
  | "older"
  | "newest"
  | "on"
  | "asGuest"
  | "state"
  | "claimOne"
  | "claimMany"
  | "claim"
  | "claimed"
  | "appealed"
  | "publicName"
  | "kindAnswer"
  | "kindThread"
  | "kindPicked"
  | "kindQuestion"
  | "kindApproved"
  | "kindRejected"
  | "kindHidden"
  | "goneNow"
  | "nothingNew"
  | "markRead"
  | "marked"
  | "fresh"
  | "choose"
  | "here"
  | "byMail"
  | "mailOff"
  | "answer"
  | "decision"
  | "picked"
  | "question"
  | "thread"
  | "pace"
  | "soon"
  | "hourly"
  | "daily"
  | "language"
  | "save"
  | "saved"
  | "follows"
  | "followsNone"
  | "unfollow"
  | "unfollowed"
  | "quietThread"
  | "hearAgain"
  | "heardAgain"
  | "mutes"
  | "unmute"
  | "unmuted"
  | "threadBy"
  | "copy"
  | "copyText"
  | "copyJson"
  | "copyCsv"
  | "copyLater"
  | "remove"
  | "removeText"
  | "removeAll"
  | "keepTexts"
  | "removeButton"
  | "removeStaff"
  | "pending"
  | "keepAccount"
  | "kept"
  | "stop"
  | "stopAsk"
  | "stopButton"
  | "stopped",
  string
> & { problems: Record<AccountProblem, string> };

export const accountWords = { en, de, fr, es, fa, ar } satisfies Record<Language, AccountWords>;

/** A sentence with its gaps filled. */
export const filled = (sentence: string, values: Record<string, string | number>): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** A failure in the words of the account: above the form, and beside each field. Of what nobody expected the error's number stays. */
export function inAccountWords(failure: Failure, language: Language): Failure {
  const say = accountWords[language].problems;
  const sentence = (reason: string, values: Record<string, string | number> = {}) => {
    const known = Object.hasOwn(say, reason) ? say[reason as AccountProblem] : null;
    return known && filled(known, { ...values, ...(failure.retryAfter ? { wait: lengthOfTime(failure.retryAfter, language) } : {}) });
  };
  const problems: Record<string, Problem> = failure.problems ?? Object.fromEntries(Object.keys(failure.fields ?? {}).map((field) => [field, { reason: field }]));
  const fields = Object.fromEntries(Object.entries(problems).map(([field, { reason, values }]) => [field, sentence(reason, values) ?? say.failed]));
  const { problems: _, fields: __, ...rest } = failure;
  const whole = Object.keys(fields).length > 0 ? Object.values(fields).join(" ") : (sentence(failure.reason, failure.values) ?? (failure.reason === "surprise" && language === "en" ? failure.message : `${say.failed}${failure.values?.error ? ` (${failure.values.error})` : ""}`));
  return { ...rest, message: whole, ...(Object.keys(fields).length > 0 ? { fields } : {}) };
}
