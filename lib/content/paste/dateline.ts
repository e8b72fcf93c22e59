/** Where a wire story comes from, and from whom: "BERLIN, Nov 24 (AP) —" at the head of its first paragraph. Some name no place, some the agency first. */
export type Dateline = { place: string | null; credit: string | null; length: number };

const form =
  /^\s{0,12}([\p{Lu}\p{Lo}](?:[\p{L}\p{M}.'’ -]|\/(?=\p{Lu})){1,60}?)(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)(\p{L}[\p{L}\p{M}. ]{1,30}?))?(?:,? (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?|\d{1,2}(?:er|\.)? ?\p{L}{3,9}\.?(?: \d{4})?))?\s{0,3}(?:[(/]([^()/]{2,40}(?:\/[^()/\s]{1,10})?)[)/]\s{0,3})?(?:\.?(?:--|—|–|-)|_|:)\s{1,3}(?=\S)/u;

const agencies = "Reuters|Bloomberg|AP|AFP|dpa|ANSA|EFE|PA|UPI|TASS|Interfax|Xinhua|Kyodo|Yonhap|ANP|Belga|APA|SDA|Keystone-SDA|NTB|TT|Ritzau|STT|LUSA|MTI|PAP|CTK|ČTK|TASR|Hina|Tanjug|ANA-MPA|ANI|PTI|IANS|CNA|WAM|SPA|QNA|MENA|Anadolu|AA|AAP|epd|KNA|SID";
const agencyFirst = new RegExp(`^\\s{0,12}(?:(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?:, \\d{4})?|\\d{1,2}\\.? \\p{L}{3,9})\\s)?\\((${agencies})\\)\\s{0,2}(?:--|—|–|-)\\s{1,3}(?=\\S)`, "u");

/** Reads the dateline of a line; null where it has none. Without an agency's name the place must stand in capitals, or a day with its year behind it. */
export function readDateline(line: string): Dateline | null {
  const [opening, agency] = agencyFirst.exec(line) ?? [];
  if (opening && agency) {
    const rest = placed(line.slice(opening.length));
    return { place: rest?.place ?? null, credit: agency, length: opening.length + (rest?.length ?? 0) };
  }
  const [first, signed] = signedFirst.exec(line) ?? [];
  const there = first && signed ? placed(line.slice(first.length)) : null;
  if (first && signed && there) return { place: there.place, credit: signed, length: first.length + there.length };
  const [indian, town, its] = withoutDash.exec(line) ?? [];
  if (indian && town && its) return { place: town === town.toUpperCase() ? withSmallLetters(town) : town, credit: its, length: indian.length };
  const [release, where, service] = ofRelease.exec(line) ?? [];
  if (release && where && service) return { place: withSmallLetters(where), credit: service, length: release.length };
  const [persian, city, source] = inPersian.exec(line) ?? [];
  if (persian && city && source) return { place: city.trim(), credit: source.trim(), length: persian.length };
  return placed(line);
}

/** "(ANSA) - ROMA, 24 NOV - ": any agency before a place that is a dateline by itself. */
const signedFirst = /^\s{0,12}\((\p{Lu}[\p{L}.&]{1,14})\)\s{0,2}(?:--|—|–|-)\s{1,3}/u;

/** "PORT ELLERY, Norrland--(BUSINESS WIRE)--The company …": a service for press releases sets no spaces. */
const ofRelease = /^\s{0,12}(\p{Lu}[\p{Lu}.'’ -]{1,40}?)(?:, [\p{L}. ]{2,30}?)?--\((\p{Lu}[\p{Lu} ]{3,30})\)--(?=\S)/u;

/** "New Delhi, Nov 24 (PTI) ": some agencies of Asia go on without a dash. */
const withoutDash = /^\s{0,12}(\p{Lu}[\p{L}.'’ -]{1,40}?), (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2} \((PTI|IANS|ANI|UNI|APP|BSS|UNB|AFP|AP|Reuters|Bernama|VNA|PNA)\):? (?=[\p{Lu}“"'‘\d])/u;

/** "تهران - ایرنا - ": between two strokes stands an agency that says that it is one. */
const inPersian = /^\s{0,12}([\p{Script=Arabic}\p{M}\u200c ]{2,40}?) ?[-–—] ?(ایرنا|ایسنا|ایلنا|مهر|فارس|تسنیم|خبرآنلاین|برنا|خبرگزاری [\p{Script=Arabic}\p{M}\u200c]{2,20}) ?[-–—] ?(?=\S)/u;

/** "MOSCOW, May 4. /TASS/. ": the agency between strokes. */
const betweenStrokes = /^\s{0,12}(\p{Lu}[\p{Lu} .'’-]{2,40}?)[.,] (?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9})\. \/(\p{L}{2,12})\/\.?\s{1,3}(?=\S)/u;

function placed(line: string): Dateline | null {
  const [stroked, where, agency] = betweenStrokes.exec(line) ?? [];
  if (stroked && where && agency) return { place: withSmallLetters(where), credit: agency, length: stroked.length };
  const match = form.exec(line);
  const [whole, place, region, named] = match ?? [];
  // A day in brackets is no agency.
  const credit = /\d/.test(named ?? "") ? undefined : named;
  if (!whole || !place || notAPlace.test(place)) return null;
  const isShouted = place === place.toUpperCase() && place !== place.toLowerCase() && /\p{Lu}{3}/u.test(place);
  if (!credit && (!isShouted || /:\s{1,3}$/.test(whole)) && !isDated(whole, [place, region ?? ""], line.slice(whole.length))) return null;
  const from = region && !isShouted ? `${place}, ${region}` : place;
  return { place: isShouted ? withSmallLetters(place.trim()) : from.trim(), credit: credit?.trim() ?? null, length: whole.length };
}

/** Press offices write neither capitals nor an agency, but behind a comma the day with its year. Sentences say a day between dashes, too, and so do dates of a life. */
function isDated(whole: string, [place, region]: readonly [string, string], rest: string): boolean {
  const isPlace = place.split(" ").length <= 3 && !noPlaceBegins.test(place) && !shortWeekday.test(place) && !`${place} ${region}`.split(/[ -]/).some((word) => weekday.test(word) || (/^\p{Ll}/u.test(word) && !smallWords.has(word)));
  return isPlace && /, (?:\d{1,2}(?:er|\.)? ?\p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2},) \d{4}\s{0,3}(?:--|—|–|-)\s{1,3}$/u.test(whole) && !/^(?:\p{Ll}|\d{1,2}(?:er|\.)? ?\p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./]\d)/u.test(rest);
}

const noPlaceBegins = /^(?:on|in|at|by|of|as|to|for|from|since|until|till|before|after|late|early|am|im|ab|bis|seit|vom|von|zum|vor|nach|depuis|dès|avant|après|jusqu)(?![\p{L}\p{M}])/iu;

const weekday = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/i;

const shortWeekday = /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\.?$/i;

/** What stands in capitals before a dash, and is no place. */
const notAPlace = /^(?:media|photo|press|news|picture)\s(?:advisory|alert|call|notice|release|statement)$/i;

const smallWords = new Set(["on", "upon", "of", "the", "de", "la", "le", "les", "am", "an", "der", "del", "do", "da", "sur", "en", "under"]);

/** "STOKE-ON-TRENT" as it is written in a line of its own. */
export function withSmallLetters(place: string): string {
  return place
    .toLowerCase()
    .split(/(?<=[ /-])/)
    .map((word, index) => (index > 0 && smallWords.has(word.replace(/[ -]$/, "")) ? word : word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())))
    .join("");
}
