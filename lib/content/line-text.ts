import { storableText } from "@/lib/kernel/text";

/** Signs that nobody sees and that part words for whoever reads letters: soft hyphens, spaces without width, forced directions; joiners where Latin letters cannot join. */
const unseen = /[\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e]|(?<=\w)[\u200c\u200d]/g;

/** The text of a field of the story as it is kept, whatever was pasted into it: without unseen signs; on one line where it has one. */
export function lineText(value: string, multiline: boolean): string {
  const text = storableText(value.replace(/[\v\x85\u2028\u2029]/g, "\n")).replace(unseen, "");
  return multiline ? text : text.replace(/\s*\n\s*/g, " ");
}
