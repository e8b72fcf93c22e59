import { z } from "zod";
import type { FieldProblem } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import { openValue, sealValue } from "@/lib/core/sealed-value";
import { plainText, singleLine } from "@/lib/kernel/text";
import { email as emailAddress } from "@/lib/people/inputs";

/** What the form of a notice adds to a report, as it was typed. */
export type TypedNotice = { name: string; email: string; /** A sexual offence against children, for which nobody has to say who she is. */ childOffence: boolean; goodFaith: boolean };
export type Contact = { name: string; email: string };
export type Notice = { contact: Contact | null; childOffence: boolean };

const { name: longestName, explanation: leastExplanation } = commentSettings.reports.notice;

/**
 * A notice as Article 16 (2) of the Digital Services Act wants it, or what is missing: why it is unlawful in some words, who says so, and that she
 * says it in good faith. Where it is, the program knows. Of offences under Articles 3 to 7 of Directive 2011/93/EU nobody is asked who she is,
 * and whoever leaves an address all the same is answered.
 */
export function gateNotice({ name: typedName, email: typedEmail, childOffence, goodFaith }: TypedNotice, explanation: string): Notice | { problems: Record<string, FieldProblem> } {
  const problems: Record<string, FieldProblem> = {};
  if ([...explanation].length < leastExplanation) problems.text = { reason: "explanation_missing", values: { least: leastExplanation } };
  if (!goodFaith) problems.faith = { reason: "good_faith_missing" };
  const name = singleLine(plainText(typedName.slice(0, longestName * 4)));
  const email = emailAddress.safeParse(typedEmail);
  const anonymous = childOffence && typedEmail.trim() === "";
  if (!anonymous && !email.success) problems.email = { reason: typedEmail.length > 254 ? "email_too_long" : "email_wrong" };
  if (!childOffence && name.length < 2) problems.name = { reason: "notice_name_missing" };
  if ([...name].length > longestName) problems.name = { reason: "name_too_long", values: { most: longestName } };
  if (Object.keys(problems).length > 0) return { problems };
  return { childOffence, contact: anonymous || !email.success ? null : { name, email: email.data } };
}

const Sealed = z.object({ name: z.string(), email: z.string() });

/** Who sent a notice, as it is kept. */
export const sealContact = (noticeId: string, contact: Contact) => sealValue("legal-notice", noticeId, contact);

/** Null where nobody is known, or the paper's secret is another one now. */
export function openContact(noticeId: string, sealed: string | null): Contact | null {
  const opened = Sealed.safeParse(sealed === null ? null : openValue("legal-notice", noticeId, sealed)?.value);
  return opened.success ? opened.data : null;
}
