import { commentSettings } from "@/lib/comments/settings";
import { plainText, singleLine } from "@/lib/kernel/text";

/** Marks that turn text around or hide in it: they are taken out, not shown. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;

/** A comment's text as it may be kept, or the sentence that says why not. */
export function gateText(raw: string): { text: string } | { problem: string } {
  const { least, most, lines, stackedMarks } = commentSettings.text;
  if (raw.length > most * 4) return { problem: `A comment may have ${most.toLocaleString("en")} characters at most.` };
  const text = plainText(raw)
    .replace(invisible, "")
    .replace(new RegExp(`(\\p{Mn}{${stackedMarks}})\\p{Mn}+`, "gu"), "$1")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const length = [...text].length;
  if (length < least) return { problem: "Write something first." };
  if (length > most) return { problem: `A comment may have ${most.toLocaleString("en")} characters at most; this one has ${length.toLocaleString("en")}.` };
  if (text.split("\n").length > lines) return { problem: `A comment may have ${lines} lines at most.` };
  return { text };
}

/** A guest's name as it may be shown, or the sentence that says why not. */
export function gateName(raw: string): { name: string } | { problem: string } {
  const { least, most } = commentSettings.name;
  const name = singleLine(raw.slice(0, 400).replace(invisible, "").replace(/(\p{Mn}{2})\p{Mn}+/gu, "$1"));
  const length = [...name].length;
  if (length < least) return { problem: "Tell readers your name." };
  return length > most ? { problem: `A name may have ${most} characters at most.` } : { name };
}
