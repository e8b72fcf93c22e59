import type { Span } from "@/db/schema/comments";

/*
 * What in a comment may be somebody's own and nobody's business: telephone numbers, e-mail addresses, where somebody lives, numbers of cards
 * and accounts. What news are full of is none of it: years, sums, dates, results, a street that is named, the lines and boxes of offices,
 * and whatever stands in the story itself.
 */

export const personalDataNames = { phone: "somebody’s telephone number", email: "somebody’s e-mail address", home: "where somebody lives", card: "the number of a card", account: "the number of an account" } as const;

/** `isHint`: a house, of which nothing says that somebody lives there. */
export type PersonalData = Span & { kind: keyof typeof personalDataNames; isHint?: true };

/** What a text tells that may be somebody's own; `story` is what the paper itself has published above it. */
export function personalDataIn(text: string, story = ""): PersonalData[] {
  const [said, told] = [inAsciiDigits(text), inAsciiDigits(story)];
  const toldDigits = told.replace(/[^\d\n]/g, "");
  const isTold = (words: string) => told.toLowerCase().includes(words.trim().toLowerCase()) || (/\d{6}/.test(words.replace(/\D/g, "")) && toldDigits.includes(words.replace(/\D/g, "")));
  const found: PersonalData[] = [];
  for (const { kind, of } of kinds) {
    for (const one of of(said)) {
      const isTaken = found.some(({ from, to }) => from < one.to && one.from < to);
      if (!isTaken && !isTold(said.slice(one.from, one.to))) found.push({ kind, ...one });
    }
  }
  return found.sort((one, other) => one.from - other.from).slice(0, 20);
}

/** Where the digits of each script begin. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
/** Digits of every script as ASCII's, each in its place. */
const inAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => code >= zero) ?? code));
  });

type Place = Span & { isHint?: true };
const placesOf = (pattern: RegExp, text: string, isOne: (match: RegExpExecArray) => boolean = () => true): Place[] => [...text.matchAll(pattern)].filter((match) => isOne(match as RegExpExecArray)).map(({ 0: words, index }) => ({ from: index, to: index + words.trimEnd().length }));
const digitsOf = (words: string): string => words.replace(/\D/g, "");

/** In this order: a card's number would else be taken for a telephone's. */
const kinds: readonly { kind: PersonalData["kind"]; of: (text: string) => Place[] }[] = [
  { kind: "account", of: (text) => placesOf(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, text, ([words]) => isAccount(words.replaceAll(" ", ""))) },
  { kind: "card", of: (text) => placesOf(/(?<![\d.,])[2-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d])|(?<![\d.,])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\d)/g, text, ([words]) => isCard(digitsOf(words))) },
  { kind: "email", of: (text) => placesOf(/(?<![@\p{L}\p{N}./])[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[[(](?:at|@)[\])]\s?)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61})(?:\.|\s?[[(](?:dot|\.)[\])]\s?)){1,5}\p{L}{2,}/giu, text, ([words]) => !officeBox.test(words)) },
  { kind: "phone", of: phonesIn },
  { kind: "home", of: homesIn },
];

/** Boxes that are an office's and nobody's own. */
const officeBox = /^(?:info|contact|kontakt|press|presse|prensa|office|buero|redaktion|redaction|newsroom|news|editor|editors|letters|support|service|help|mail|hello|bonjour|hola|admin|complaints|tips|noreply|no-reply)(?:@|\s?[[(])/i;

/* Telephone numbers */

const international = /(?<![\d.,+])(?:\+|00)[1-9]\d{0,2}[\s().\-/]{0,2}(?:\d[\s().\-/]{0,2}){6,12}\d(?!\d)/g;
const national = /(?<![\d.,+])\(?0\d{1,5}\)?(?:[\s.\-/]{1,2}\d{2,8}){1,5}(?![\d])/g;
const american = /(?<![\d.,+-])(?:1[\s.-])?\(?[2-9]\d{2}\)?[\s.-]{1,2}[2-9]\d{2}[\s.-]\d{4}(?![\d-])/g;
/** Shorter ones, where somebody says what they are. */
const called = /(?:\b(?:tel|phone|call|ring|text|mobile|cell|whatsapp|signal|telegram|handy|handynummer|telefon|telefonnummer|anrufen|numéro|téléphone|appele[rz]|teléfono|llám\p{L}*|móvil)|تلفن|موبایل|هاتف|جوال)[\p{L}\s.:=’']{0,20}?(?<![\d.,])(\d(?:[ -]?\d){5,11})(?![\d.,]\d|\d)/giu;
/** Lines that anybody may call, and for which nobody pays. */
const freeLine = /^(?:(?:00|\+)?(?:800|1800|1888|1877|1866|1855|1844|1833|49800|44800|33800|34900)|0800|0808|0900|116\d{3})/;

function phonesIn(text: string): Place[] {
  const places = [
    ...placesOf(international, text, ([words]) => isPhone(words) && !isSum(words)),
    ...placesOf(national, text, ([words]) => isPhone(words) && !isSum(words) && digitsOf(words).length >= 9 && digitsOf(words).length <= 13),
    ...placesOf(american, text, ([words]) => isPhone(words)),
    ...[...text.matchAll(called)].filter(({ 1: number = "" }) => isPhone(number) && !isYears(number)).map(({ 0: words, 1: number = "", index }) => ({ from: index + words.length - number.length, to: index + words.length })),
  ];
  return places.filter((one, place) => !places.slice(0, place).some(({ from, to }) => from < one.to && one.from < to));
}

const isPhone = (words: string): boolean => !freeLine.test(words.startsWith("+") ? `+${digitsOf(words)}` : digitsOf(words)) && !isDate(words);
/** "+1 000 000 more": grouped by threes and not long enough for a country, a town and a number. */
const isSum = (words: string): boolean => /^\+?\d{1,3}(?:[\s.]\d{3})+$/.test(words.trim()) && digitsOf(words).length < 10;
const isDate = (words: string): boolean => /^\D*\d{1,2}([.\-/ ])\d{1,2}\1\d{2,4}(?:\D+\d{1,2}\D\d{2})?\D*$/.test(words) || /^\D*(?:19|20)\d{2}([.\-/ ])\d{1,2}\1\d{1,2}\D*$/.test(words);
const isYears = (words: string): boolean => /^(?:1[5-9]|20)\d{2}(?:[ -](?:1[5-9]|20)\d{2})*$/.test(words);

/* Cards and accounts, by the digits that check the others */

function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: read as a number, letters from 10 on, with the first four behind, the rest by 97 is 1. */
function isAccount(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  const number = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((sign) => Number.parseInt(sign, 36).toString()).join("");
  return [...number].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/* Houses. A street alone is in every other story. */

const name = "\\p{Lu}[\\p{L}'’-]{1,30}";
const houses: readonly RegExp[] = [
  // 12 Harbour Street
  new RegExp(`(?<![\\d.,:/-])\\d{1,4}[a-zA-Z]?,?\\s(?:${name}\\s){1,3}(?:Street|Road|Rd|Avenue|Ave|Lane|Drive|Court|Close|Crescent|Terrace|Boulevard|Blvd|Gardens|Mews)\\b`, "gu"),
  // Hafenstraße 12, Kieler Straße 12
  new RegExp(`(?:\\p{Lu}[\\p{L}-]{1,30}(?:stra(?:ß|ss)e|str\\.|gasse|allee|damm|chaussee)|${name}\\s(?:Stra(?:ß|ss)e|Str\\.|Gasse|Allee|Weg|Damm|Ring))\\s\\d{1,4}\\s?[a-z]?(?![\\p{L}\\d.]\\S)`, "gu"),
  // 12 rue de la Paix, 12 bis, rue …
  new RegExp(`(?<![\\d.,:/-])\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s(?:rue|avenue|boulevard|chemin|impasse|allée|quai)\\s(?:(?:de la|de l[’']|du|des|de|d[’']|la|le)\\s?)?${name}`, "gu"),
  // calle Mayor, 12; avenida de la Paz 12
  new RegExp(`(?:[Cc]alle|[Aa]venida|[Pp]aseo|[Cc]amino)\\s(?:(?:de la|de los|de las|del|de)\\s)?${name}(?:\\s${name}){0,2},?\\s(?:n\\.?º\\s?)?\\d{1,4}\\b`, "gu"),
  // خیابان سعدی، پلاک ۱۲
  /(?:خیابان|کوچه|بلوار|شارع)[^\n.!؟]{1,40}?(?:پلاک|رقم|شماره)\s?\d{1,4}/gu,
];

/** What says that it is somebody's home: before the house, or behind it. */
const homeBefore = /\b(?:lives?|living|home|house|addresse?s?|resid\p{L}*|find (?:him|her|them)|visit (?:him|her|them)|wohn\p{L}*|zuhause|adresse|habite\p{L}*|domicile|loge|vive[ns]?|domicilio|dirección|casa)\b|زندگی|خانه|آدرس|نشانی|منزل|يسكن|يعيش|عنوان|بيت/iu;
const postcodeBehind = /^[,\s]{1,3}(?:(?:\p{Lu}[\p{L}-]+[,\s]{1,2}){0,2}(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5})\b|\d{4,5}\s\p{Lu})/u;
/** So many characters before a house are looked through. */
const near = 80;

function homesIn(text: string): Place[] {
  return houses.flatMap((house) =>
    placesOf(house, text).map((place) => {
      // Only the sentence itself, since the one before may be about anything.
      const before = text.slice(Math.max(0, place.from - near), place.from).split(/[.!?\n]\s/).at(-1) ?? "";
      const isHome = homeBefore.test(before) || postcodeBehind.test(text.slice(place.to, place.to + near));
      return isHome ? place : { ...place, isHint: true as const };
    }),
  );
}
