/*
 * What a name looks like, whatever it is written with: "Іnes Mаrlоwe" with Cyrillic letters, "INES  MARLOWE" and "Ines‑Marlowe" look the same.
 * After UTS 39 (skeletons), but stricter: capitals, marks, spaces and signs do not tell names apart either. The letters are those that people
 * are shown here in names; what is in none of the rows stays itself.
 */

/** Each row: what letters are read as, then the letters. Capitals stand apart where they look like something else than their small ones. */
const rows: readonly (readonly [string, string])[] = [
  ["a", "аɑαΑАᎪᴀａ"],
  ["b", "ьЬВΒᏴʙƄḃвβ"],
  ["c", "сСϲςᏟᴄⅽ"],
  ["d", "ԁᎠⅾđĐɗ"],
  ["e", "еЕЄєεΕᎬҽ℮ᴇə"],
  ["f", "ƒϝ"],
  ["g", "ɡցԌᏀɢ"],
  ["h", "һнНΗհᏂħĦʜᎻ"],
  ["j", "јЈϳᎫյᴊ"],
  ["k", "кКκΚᏦᴋ"],
  // No l can be told from an I, nor that from a 1, in every typeface.
  ["l", "iI1|ıɩіІӏӀιΙΊіɪʟᏞⅼ∣ǀłŁլ"],
  ["rn", "mмМΜᎷⅿᴍ"],
  ["n", "пηΝոռɴ"],
  ["o", "0оОοΟσօՕøØᴏ०০੦٥"],
  ["p", "рРρΡᏢթᴘ"],
  ["q", "ԛգ"],
  ["r", "гᴦɾʀᎡ"],
  ["s", "$ѕЅᏚսꜱ"],
  ["t", "тТτΤᎢᴛŧŦ"],
  ["u", "υцʋᴜ"],
  ["v", "νѵᏙⅴᴠ"],
  ["vv", "wԝԜωաᏔᎳѡᴡ"],
  ["x", "хХχΧⅹ"],
  ["y", "уУүΥγʏᎩỿ"],
  ["z", "ΖᏃᴢ"],
  ["ae", "æÆӕ"],
  ["oe", "œŒ"],
  ["ss", "ßẞ"],
  ["ي", "یىېئ"],
  ["ك", "کڪ"],
  ["ه", "ةہۀەھ"],
  ["و", "ؤۆ"],
  ["ا", "أإآٱ"],
];

const readAs = new Map(rows.flatMap(([as, letters]) => Array.from(letters, (letter) => [letter, as] as const)));

/** What a name looks like; the same for names that can be mistaken for each other. Empty where there is no letter in it. */
export function skeletonOf(name: string): string {
  const letters = Array.from(name.slice(0, 400).normalize("NFKD").replace(/[^\p{L}\p{N}|$∣]/gu, ""));
  const seen = letters.map((letter) => readAs.get(letter) ?? readAs.get(letter.toLowerCase()) ?? letter.toLowerCase()).join("");
  return /\p{L}/u.test(seen) && /\p{L}/u.test(name) ? seen : "";
}

/** Whom a newsroom alone may call itself, in the languages of the paper. */
const offices = ["Admin", "Administrator", "Moderator", "Moderation", "Editor", "Editors", "Newsroom", "Staff", "Redaktion", "Moderatorin", "Rédaction", "La rédaction", "Modération", "Redacción", "La redacción", "Moderación", "تحریریه", "سردبیر", "مدیر", "هيئة التحرير", "رئيس التحرير", "المشرف", "Standfirst"].map(skeletonOf);

/** From this length on somebody's whole name within another is no accident. */
const longName = 9;

const contains = (whole: string, part: string) => part !== "" && (whole === part || (part.length >= longName && whole.includes(part)));

/** Of whom a name would make readers think: of the paper, or of somebody who works for it. Null: of neither. */
export function mistakenFor(name: string, { paper, staff }: { paper: string; staff: readonly string[] }): "paper" | "staff" | null {
  const seen = skeletonOf(name);
  if (offices.includes(seen) || contains(seen, skeletonOf(paper)) || contains(seen, skeletonOf(paper.replace(/^(?:the|die|der|das|le|la|les|el|los)\s+/i, "")))) return "paper";
  return staff.some((one) => contains(seen, skeletonOf(one))) ? "staff" : null;
}
