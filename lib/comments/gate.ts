import { commentSettings } from "@/lib/comments/settings";
import { plainText, singleLine } from "@/lib/kernel/text";
import { email as emailAddress } from "@/lib/people/inputs";

/** Marks that turn text around or hide in it: they are taken out, not shown. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;

const mostCharacters = commentSettings.text.most.toLocaleString("en");
const nameTooLong = `A name may have ${commentSettings.name.most} characters at most. Shorten it.`;
export const textTooLong = `A comment may have ${mostCharacters} characters at most. Shorten it and post it again.`;

/** A comment's text as it may be kept, or the sentence that says why not. */
export function gateText(raw: string): { text: string } | { problem: string } {
  const { least, most, lines, stackedMarks } = commentSettings.text;
  if (raw.length > most * 4) return { problem: textTooLong };
  const text = plainText(raw)
    .replace(invisible, "")
    .replace(new RegExp(`(\\p{Mn}{${stackedMarks}})\\p{Mn}+`, "gu"), "$1")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const length = [...text].length;
  if (length < least) return { problem: "The comment is empty. Write something first." };
  if (length > most) return { problem: `A comment may have ${mostCharacters} characters at most; this one has ${length.toLocaleString("en")}. Shorten it and post it again.` };
  if (text.split("\n").length > lines) return { problem: `A comment may have ${lines} lines at most. Join some of them and post it again.` };
  return { text };
}

/** A guest's name as it may be shown, or the sentence that says why not. */
export function gateName(raw: string): { name: string } | { problem: string } {
  const { least, most } = commentSettings.name;
  const name = singleLine(raw.slice(0, 400).replace(invisible, "").replace(/(\p{Mn}{2})\p{Mn}+/gu, "$1"));
  const length = [...name].length;
  if (length < least) return { problem: `Tell readers your name, with ${least} characters or more.` };
  return length > most ? { problem: nameTooLong } : { name };
}

/** A guest's name and canonical address, or a sentence for each that is not right. */
export function gateGuest({ name, email }: { name: string; email: string }): { name: string; email: string } | { problems: Record<string, string> } {
  const gated = gateName(name);
  const address = emailAddress.safeParse(email);
  if ("name" in gated && address.success) return { name: gated.name, email: address.data };
  return { problems: { ...("problem" in gated ? { name: gated.problem } : {}), ...(address.success ? {} : { email: `${address.error.issues[0]?.message} Write it as in name@example.org.` }) } };
}

/** How much of each field of a form is kept when it is far too long: one character more than may be posted, so that no part is posted unseen. */
const keptOf = {
  comment: { most: commentSettings.text.most + 1, problem: textTooLong },
  name: { most: commentSettings.name.most + 1, problem: nameTooLong },
  email: { most: 255, problem: "This address is too long. Shorten it." },
} as const;

/** A form as it may be shown again, and the sentence for each field that is far too long. */
export function cutForm(typed: Record<string, string>): { kept: Record<string, string>; fields: Record<string, string> } {
  const kept = { ...typed };
  const fields: Record<string, string> = {};
  for (const [name, { most, problem }] of Object.entries(keptOf)) {
    // No character takes more than two code units.
    const start = [...(typed[name] ?? "").slice(0, most * 2)].slice(0, most).join("");
    if (start.length === (typed[name] ?? "").length) continue;
    kept[name] = start.toWellFormed();
    fields[name] = problem;
  }
  return { kept, fields };
}
