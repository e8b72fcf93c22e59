import { type FieldProblem, wrongFields } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import type { Failure } from "@/lib/kernel/failure";
import { plainText, singleLine, withoutHiddenMarks } from "@/lib/kernel/text";
import { email as emailAddress } from "@/lib/people/inputs";

const nameTooLong: FieldProblem = { reason: "name_too_long", values: { most: commentSettings.name.most } };
const textTooLong: FieldProblem = { reason: "comment_too_long", values: { most: commentSettings.text.most } };
const emailTooLong: FieldProblem = { reason: "email_too_long" };

/** Far more was sent than a comment may be, and not all of it was read. */
export const commentTooLarge: Failure = wrongFields("too_large", { comment: textTooLong });

/** A comment's text as it may be kept, or what is wrong with it. */
export function gateText(raw: string): { text: string } | { problem: FieldProblem } {
  const { least, most, lines, stackedMarks } = commentSettings.text;
  if (raw.length > most * 4) return { problem: textTooLong };
  const text = withoutHiddenMarks(plainText(raw))
    .replace(new RegExp(`(\\p{Mn}{${stackedMarks}})\\p{Mn}+`, "gu"), "$1")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const length = [...text].length;
  if (length < least) return { problem: { reason: "comment_empty" } };
  if (length > most) return { problem: { reason: "comment_longer", values: { most, length } } };
  if (text.split("\n").length > lines) return { problem: { reason: "comment_too_many_lines", values: { most: lines } } };
  return { text };
}

/** A guest's name as it may be shown, or what is wrong with it. */
export function gateName(raw: string): { name: string } | { problem: FieldProblem } {
  const { least, most } = commentSettings.name;
  const name = singleLine(withoutHiddenMarks(raw.slice(0, 400)).replace(/(\p{Mn}{2})\p{Mn}+/gu, "$1"));
  const length = [...name].length;
  if (length < least) return { problem: { reason: "name_missing", values: { least } } };
  return length > most ? { problem: nameTooLong } : { name };
}

/** A guest's name and canonical address, or what is wrong with each. */
export function gateGuest({ name, email }: { name: string; email: string }): { name: string; email: string } | { problems: Record<string, FieldProblem> } {
  const gated = gateName(name);
  const address = emailAddress.safeParse(email);
  if ("name" in gated && address.success) return { name: gated.name, email: address.data };
  const wrongAddress: FieldProblem = email.trim().length > keptOf.email.most - 1 ? emailTooLong : { reason: "email_wrong" };
  return { problems: { ...("problem" in gated ? { name: gated.problem } : {}), ...(address.success ? {} : { email: wrongAddress }) } };
}

/** How much of each field of a form is kept when it is far too long: one character more than may be posted, so that no part is posted unseen. */
const keptOf = {
  comment: { most: commentSettings.text.most + 1, problem: textTooLong },
  name: { most: commentSettings.name.most + 1, problem: nameTooLong },
  email: { most: 255, problem: emailTooLong },
} as const;

/** A form as it may be shown again, and what is wrong with each field that is far too long. */
export function cutForm(typed: Record<string, string>): { kept: Record<string, string>; problems: Record<string, FieldProblem> } {
  const kept = { ...typed };
  const problems: Record<string, FieldProblem> = {};
  for (const [name, { most, problem }] of Object.entries(keptOf)) {
    // No character takes more than two code units.
    const start = [...(typed[name] ?? "").slice(0, most * 2)].slice(0, most).join("");
    if (start.length === (typed[name] ?? "").length) continue;
    kept[name] = start.toWellFormed();
    problems[name] = problem;
  }
  return { kept, problems };
}
