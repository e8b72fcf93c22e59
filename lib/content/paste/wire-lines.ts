import { withSmallLetters } from "@/lib/content/paste/dateline";
import { slugFrom } from "@/lib/kernel/slug";

/** What a wire says about its story besides the story. */
export type WireFields = { headline?: string; dateline?: string; slug?: string; credit?: string; priority?: string; embargo?: string; keywords?: string[] };

type Heading = { kind: "field"; fields: WireFields } | { kind: "aside"; goesOn: "note" | "byline" | "contact" | null } | null;

/** Above lines that each say how somebody is reached. */
const contactHead = /^\s{0,8}(?:(?:(?:media|press|news)\s)?(?:contacts?|enquiries|inquiries)|(?:presse|medien)kontakt|news provided by)\s?:?\s*$/iu;

const labelled = (names: string): RegExp => new RegExp(`^\\s{0,8}(?:${names})\\s{0,3}[:=]\\s{0,3}(\\S.{0,300})$`, "iu");
const slugLabel = labelled("slug|slugline|slug line|kennung");
const headlineLabel = labelled("headline|hed|überschrift|تیتر");
const datelineLabel = labelled("dateline");
const keywordLabel = labelled("key ?words?|stichw[oö]rt(?:e|er)?|tags?|topics?|schlagw[oö]rt(?:e|er)?|mots[- ]clés|كلمات مفتاحية|برچسب(?:‌ها)?|کلیدواژه(?:‌ها)?");
const priorityLabel = /^\s{0,8}(?:priority|prio(?:rität)?|urgency|الأولوية)\s{0,3}[:=]?\s{1,3}(\S.{0,40})$/iu;
const shout = /^\s{0,8}[*!]{0,3}\s?(URGENT|FLASH|BULLETIN|ALERT|NEWSALERT|EIL|EILMELDUNG|عاجل|فوری)\s?[*!:.-]{0,3}\s*$/iu;
const embargo = /^[\s*/=-]{0,12}(?:strictly |under |(?:information |article |texte |dépêche )?sous |bajo |noticia con |texto con )?(?:embargo(?:ed)?|embargad[oa]|sperrfrist|achtung,? sperrfrist|gesperrt bis|frei (?:ab|für)|nicht vor .{3,60} veröffentlichen|(?:à |a )?ne pas (?:publier|diffuser) avant|(?:à )?publication interdite avant|no (?:publicar|difundir) (?:antes|hasta)|prohibida su (?:difusión|publicación) (?:antes|hasta)|(?:ممنوعیت|تحریم) (?:انتشار|خبری)|انتشار ممنوع|not for (?:publication|release|use) (?:before|until)|hold for release|for release(?! to)|محظور النشر|حظر (?:ال)?نشر)(?![\p{L}])/iu;
const forEditors = /^\s{0,8}(?:eds|editors?|attn\.?,? editors?|notes? (?:to|for) editors?|editors?[’'] notes?|editor[’']s note|advisory|utl\.?|unterzeile|redaktionshinweis|hinweis|ملاحظة للمحررين)\s{0,2}[:.]/iu;
const byline = /^\s{0,8}(?:[Bb]yline:|[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|بقلم)\s+[\p{Lu}\p{Lo}][^.!?]{2,80}$/u;
const apSlug = /^\s{0,8}[A-Z]{2}-(?:[A-Z]{2,6}-{1,2}|-)([\p{L}\p{N}][^\n]{1,80})$/u;
/** "BC-Ferry-Vote, 1st Ld-Writethru,180": which version it is, and how long, behind the slug. */
const versionedSlug = /^\s{0,8}[A-Z]{2}-(\p{Lu}[\p{L}\p{N}.-]{1,60}), ?(?:\d{1,2}(?:st|nd|rd|th) [^,]{2,30}, ?)?\d{2,4}\s*$/u;
/** "Ferry-vote, 1st Lead": the same without the service before it, and without a length. */
const leadSlug = /^\s{0,8}(\p{Lu}[\p{L}\p{N}.'’]{1,30}(?:-[\p{L}\p{N}.'’]{1,30}){0,5}), ?\d{1,2}(?:st|nd|rd|th) (?:Ld|Lead|NL|Night Lead|Add|Update|Writethru|Write-thru)[-\w ]{0,20}\s*$/u;
/** "COUNCIL FERRY SNAP": a catchline, and which version it is. */
const catchline = /^\s{0,8}(\p{Lu}{2,20}(?: \p{Lu}{2,20}){0,4}) (?:SNAP|SNAPFULL|RUSH|SUBSTITUTE|NIGHTLEAD|LEAD|CORRECTION)\s*$/u;
const reutersSlug = /^\s{0,8}([\p{Lu}\p{N}]{2,24}(?:-[\p{Lu}\p{N}]{1,24}){0,6})\/\s{0,3}(?:\([^()]{1,60}\))?\s*$/u;
const dpaKeywords = /^\s{0,8}((?:[\p{L}\p{N}-]{2,30}\/){2,8}|\p{Lu}[\p{L}-]{2,30}(?:\/\p{Lu}[\p{L}-]{2,30}){2,6})\s*$/u;
const afpSlug = /^\s{0,8}(\p{L}[\p{L}\p{N}'’]*(?:-[\p{L}\p{N}'’]+){2,6})(?:,\s?(?:[\p{L}\p{N}_-]{1,20}|[\p{Lu}\p{N}]{1,20}(?: [\p{Lu}\p{N}]{1,20}){1,3}))?\s*$/u;
/** "Social-ports": of two words a headline might be made as well. */
const shortCatchline = /^\p{Lu}[\p{L}\p{N}'’]{1,30}-\p{L}[\p{L}\p{N}'’]{1,30}(?:, ?[\p{Lu}\p{N}]{1,20}(?: [\p{Lu}\p{N}]{1,20}){0,3})?$/u;
/** "(Recasts with quote)": what is new in this version. */
const version = /^\s{0,8}(?:\((?=[^()]{3,160}\)\s*$)[^()]{0,140}?|)(?:adds?|updates?|recasts?|corrects?|repeats?|removes?|subs|zusammenfassung|aktualisier\p{L}*|neu|korrektur|berichtig\p{L}*|wiederholung|ergänz\p{L}*)(?![\p{L}])(?:[^()]{0,140}\)|\s{0,2}:.{1,160})\s*$/iu;
/** The same where it goes on in the next line. */
const opensVersion = /^\s{0,8}\((?:adds?|updates?|recasts?|corrects?|repeats?|removes?|subs|korrigiert|berichtigt|ergänzt|aktualisiert)\s[^()]{3,160}$/iu;
const dayLine = /^\s{0,8}(?:\p{L}{3,10},? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,10},? \d{4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:,? \d{1,2}:\d\d(?: ?[ap]m)?(?: \p{Lu}{2,4})?)?\s*$/iu;
/** What is said to desks alone: that there are pictures, or where to find more. */
const beside = /^\s{0,8}\((?:(?:mit|with|avec|con) (?:archiv)?(?:bild|foto|grafik|video|photo|picture|graphic|image)\p{L}{0,5}[^()]{0,60}|(?:archiv)?(?:bild|foto|grafik)\p{L}{0,2}[^()\p{L}]{1,4}archiv|for (?:an?|more|other|the)\s[^()]{3,200})\)\s*$/iu;
/** A text that only tells editors what will come. */
export const isAdvisory = (line: string): boolean => /^\s{0,8}(?:media|photo|press|news|picture)\s(?:advisory|alert|call|notice)(?![\p{L}])/iu.test(line);
const code = /^\s{0,8}کد (?:خبر|مطلب)\s{0,2}[:：]/u;
const contact = labelled("(?:media |press )?contacts?|(?:presse)?kontakt|ansprechpartner(?:in)?|contact presse|rückfragen");
const transmission = /^\s{0,8}(?:ZCZC(?: .{1,40})?|[a-z]{2,6} ?\d{3,5}(?: [a-z0-9-]{1,9}){0,8}|dpa(?:-[a-z]{2,8})?(?: [a-z0-9]{1,5}){2,6}|APA\d{4} .{3,60}|(?:news|press|media) release|pressemitteilung|medienmitteilung|communiqué de presse|comunicado de prensa|\d{4,6} ?[A-Z]{2,4},? .{0,20}|PA \d{3,4} [A-Z]{3} .{3,20}|[A-Z]{2} \d{1,4} \d\d:\d\d [A-Z]{3} \d{1,2}-[A-Z]{3}-\d{2,4}|[a-z]\d{4}\s?-{2,8}.{0,20}|[a-z] [a-z]|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d{1,3})?)? ?[A-Z]{0,4}|\d{6} \p{L}{3} \d{2}|AP-[A-Z]{2}-\S{4,20}(?: \d{4}[A-Z]{3})?|\d{1,2}-[A-Z]{3}-\d{2,4} \d\d:\d\d(?::\d\d)?(?: NNNN)?|N{4}|for immediate (?:release|use|publication).{0,60}|[A-Z]{3}\d{4} \d [A-Z]{1,3} \d{4} .{2,40}|\d{6} [A-Z]{3,4} [A-Z]{3} \d{2}|[A-Z]{2,4} [a-z]{2,3}\/[a-z]{2,3}|[A-Z]{3}\d{1,2}|\d{8}|[A-Z]{1,3}\d{3,6} ?[A-Z]{0,3})\s*$/iu;
const credited = labelled("source|credit|agency|quelle|المصدر");

/** A sentence for editors by itself, wherever it stands. */
export const isForEditors = (line: string): boolean => forEditors.test(line) && /[.!?)]\s*$/.test(line);

/** Judges a line above the story: a field, something for the desk alone, or null where it may belong to the text. */
export function judgeHeading(written: string): Heading {
  const line = written.replace(/\s+/g, " ");
  const field = (fields: WireFields): Heading => ({ kind: "field", fields });
  const slug = slugLabel.exec(line)?.[1] ?? reutersSlug.exec(line)?.[1] ?? apSlug.exec(line)?.[1]?.split(",")[0] ?? versionedSlug.exec(line)?.[1] ?? leadSlug.exec(line)?.[1] ?? catchline.exec(line)?.[1] ?? afpSlug.exec(line)?.[1];
  if (slug) return field({ slug: slugFrom(slug) });
  const keywords = keywordLabel.exec(line)?.[1] ?? dpaKeywords.exec(line)?.[1];
  if (keywords) return field({ keywords: keywordsIn(keywords) });
  const priority = priorityLabel.exec(line)?.[1] ?? shout.exec(line)?.[1];
  if (priority) return field({ priority: priority.trim() });
  if (embargo.test(line)) return field({ embargo: line.replace(/^[\s*/=-]+|[\s*/=-]+$/g, "") });
  const headline = headlineLabel.exec(line)?.[1];
  if (headline) return field({ headline: headline.trim() });
  const place = datelineLabel.exec(line)?.[1];
  if (place) return field({ dateline: (place === place.toUpperCase() ? withSmallLetters(place) : place).trim().slice(0, 80) });
  const credit = credited.exec(line)?.[1];
  if (credit) return field({ credit: credit.trim() });
  if (forEditors.test(line) || opensVersion.test(line)) return { kind: "aside", goesOn: "note" };
  if (contactHead.test(line)) return { kind: "aside", goesOn: "contact" };
  if (byline.test(line)) return { kind: "aside", goesOn: "byline" };
  return isTransmission(line) || version.test(line) || dayLine.test(line) || contact.test(line) || beside.test(line) || isAdvisory(line) || code.test(line) ? { kind: "aside", goesOn: null } : null;
}

/** The slug in a line above the headline that is nothing but two words with a hyphen; null where it is none. */
export const shortSlug = (line: string): string | null => (shortCatchline.test(line) ? slugFrom(line.split(",")[0] ?? "") : null);

/** Numbers and times that machines tell one another. */
export const isTransmission = (line: string): boolean => transmission.test(line.replace(/\s+/g, " ")) || signs.test(line);

/** "dpa iv yyzz n1 abc": the initials of whoever wrote it, among others. */
const signs = /^\s{0,8}(?=.{0,40}\d)[a-z]{2,4}(?: [a-z0-9]{1,5}){2,6}\s*$/;

function keywordsIn(text: string): string[] {
  return [...new Set(text.replace(/\s*\([^()]{0,100}\)\s*$/, "").split(/[,;/،]/).map((word) => word.trim().slice(0, 60)).filter(Boolean))].slice(0, 20);
}

const ends = [/^[-–—*\s]{0,8}(?:انتهای پیام|پایان پیام|پایان خبر)[-–—*/\d\s.]{0,12}$/u, /^[-–—*#=\s]{0,8}(?:ENDS?|Ends|ENDE|Ende|FIN|Fin|انتهى|النهاية|پایان)[-–—*#=.\s]{0,8}$/u, /^\s*[-–—]{1,2}\s?(?:30|0)\s?[-–—]{1,2}\s*$/, /^\s*#\s?#\s?#(?:\s?#)*\s*$/, /^\s*\((?:ends?|ende|انتهى|النهاية|پایان)\)\s*$/i, /^\s*ends?\s*$/, /^\s*[-–—*#=]{1,8}\s?ends?\s?[-–—*#=]{1,8}\s*$/, /^\s*\(Schluss\)(?:\s[a-z/+]{2,12})?\s*$/i];
/** What closes a text, whatever signs stand around it. */
const endWords = /^(?:ends?|ende|endit|eom|fin|fin de (?:la )?(?:nota|dépêche|transmission|transmisión|texte)|end of (?:story|item|message|release|text)|ende der (?:meldung|mitteilung|durchsage))$/i;
export const isEnd = (line: string): boolean => line.length < 40 && (ends.some((mark) => mark.test(line)) || (endWords.test(withoutSigns(line)) && isSet(line)));

/** What says that the page goes on elsewhere, whatever signs stand around it. */
const moreWords = /^(?:more(?: to follow| follows| to come)?|mtf|mfl?|(?:fortsetzung )?folgt|wird fortgesetzt|à suivre|sigue|segue)$/i;
export const isMore = (line: string): boolean => line.length < 40 && moreWords.test(withoutSigns(line)) && isSet(line);

const withoutSigns = (line: string): string => line.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** In capitals, or between signs: what stands bare and in small letters may be a word of the text. */
const isSet = (line: string): boolean => (line === line.toUpperCase() && /\p{Lu}{2}/u.test(line)) || /^\s*[^\p{L}\p{N}\s]/u.test(line) || /(?:\.{3}|…|[*/#~\]=])\s*$/u.test(line) || /^\s*mfl?\s*$/.test(line);

export const isBreak = (line: string): boolean => /^\s*(?:(?:[*∗•·] ?){3,}|[-–—_=]{2,}|⁂)\s*$/.test(line);

/** From here on the wire speaks to editors. */
export const opensNotes = (line: string): boolean =>
  /^\s{0,8}achtung,? redaktion(?:en)?\s?:/iu.test(line) || /^\s{0,8}\(PROFILE\s*$/.test(line) ||
  /^[\s#*]{0,8}(?:notes? (?:to|for) editors?|editors?[’'] notes?|media (?:contacts?|enquiries)|press (?:contacts?|office|enquiries)|contacts?|(?:presse|medien)kontakte?|contacts? presse|for (?:further|more) information|to contact the (?:reporters?|editors?|authors?)|pictures? (?:and|&) interviews?|hinweise? (?:für|an) (?:die )?redaktion(?:en)?|redaktionelle hinweise|(?:[a-z]{2,6}-)?notizblock|ملاحظات? (?:للمحررين|إلى المحررين|للتحرير))(?![\p{L}])[^.]{0,60}$/iu.test(line);

/** "(Reporting by …; editing by …)" below a story. */
export const isColophon = (paragraph: string): boolean => /^\s*\(?(?:additional )?(?:reporting|writing|editing|compiled|redigatur|bericht(?:et)?) (?:by|von) [^.]{2,300}\)?\.?\s*$/iu.test(paragraph) || /^\s*\((?:reporting|additional reporting) by .{2,400}\)\s*$/iu.test(paragraph) || footers.some((form) => form.test(paragraph));

/** Whom to ask at the agency, who wrote and edited it, and whose it is. */
const footers = [/^\s*={1,3}\s?\p{L}{2,20}\s*$/u, /^\s*SOURCE:? .{2,80}$/, /^\s*(?:\p{Lu}{2,4} ){1,3}\p{Lu}{2,4}\s*$/u, /^\s*with files from .{3,200}$/iu, /^\s*this report by .{3,100} was first published .{4,60}$/iu, /^\s*[\p{Lu}]{2,4}[-/][\p{Lu}]{2,4}\s*$/u, /^\s*\/\p{L}{2,12}\/\s*$/u, /^\s*\(\([^()]{3,300}\)\)\s*$/, /^\s*\p{Ll}{2,4}(?:[-/]\p{Ll}{2,4}){1,5}\s*$/u, /^\s*--\s?With assistance from .{2,300}$/i, /^\s*Our Standards: .{3,100}$/, /^\s*View source version on \S.{3,300}$/, /^\s*Follow (?:the )?AP[’']s .{2,300}$/, /^\s*(?:©|\(c\)|copyright)\s.{2,300}$/iu];

/** The keywords that some agencies name below the story. */
export const keywordsOf = (paragraph: string): string[] | null => {
  const words = keywordLabel.exec(paragraph)?.[1];
  return words === undefined ? null : keywordsIn(words);
};

/** Whom to ask, named as the last of a text. */
export const isContact = (paragraph: string): boolean => contact.test(paragraph);

/** What heads the next part of a story that goes on: its slug again, and which part it is. */
export const headsTake = (line: string): boolean => judgeHeading(line) !== null || /^\s{0,8}(?:\p{Lu}[\p{L}\p{N}]{0,30}(?:-[\p{L}\p{N}]{1,30}){1,5}|\p{Lu}{3,20}(?: \p{Lu}{2,20}){0,3}),? \d{1,2}\s*$/u.test(line) || (line.length < 40 && /^\s{0,8}(?:addition|adds?|take|page|seite|folge)(?: ?[:#]| \d)/iu.test(line));
