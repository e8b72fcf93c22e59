import { readDateline } from "@/lib/content/paste/dateline";
import { linesAsHtml } from "@/lib/content/paste/html-text";
import { lettersThatTell } from "@/lib/content/paste/limits";
import type { Tally } from "@/lib/content/paste/receipt";
import { inPlainMarks, withoutCodes } from "@/lib/content/paste/wire-dialects";
import { headsTake, isAdvisory, isBreak, isColophon, isContact, isEnd, isForEditors, isMore, isTransmission, judgeHeading, keywordsOf, opensNotes, shortSlug, type WireFields } from "@/lib/content/paste/wire-lines";
import { hasWireMeasure, looksWrapped, unwrapLines } from "@/lib/content/paste/wrapping";

export type WireCopy = { html: string; fields: WireFields; aside: string[] };

/** How dpa and others close a headline. */
const headlineEnd = /\s+=\s*$/u;

/** "UPDATE 2-Ferry sails": which version it is, said before the headline. */
const versionMark = /^(?:(?:UPDATE|WRAPUP) \d{1,2}|RPT|REFILE|CORRECTED)-(?=\S)|\s\(\d{1,2}\)$/;

/** How many lines may stand above a story. */
const longestHeader = 30;

/** The first and last words of a letter, and what mail programs write above one. */
const letterMark = /^\s{0,4}(?:(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:morgen|tag|abend)|sehr geehrte[rs]?|bonjour|ch[eè]re?s?|hola|estimad[oa]s?|سلام|عزيزي|عزیز)(?: [^.!?:]{0,60})?[,!]?|(?:(?:best|kind|warm) )?(?:regards|wishes),?|yours(?: sincerely| faithfully)?,?|sincerely,?|cheers,?|(?:viele|liebe|beste|freundliche) grüße,?|mit freundlichen grüßen,?|cordialement,?|saludos,?|(?:from|to|subject|von|an|betreff|de|objet|asunto): \S.{0,200}|on .{6,80} wrote:)\s*$/iu;

/**
 * Whether a text comes from an agency or a press office: a dateline with its agency, or two of the marks that only they make. How the lines
 * are broken is none in a letter; nor are capitals before a dash a dateline there, or within a paragraph that a program broke.
 */
export function looksLikeWire(text: string): boolean {
  const lines = inPlainMarks(text.slice(0, lettersThatTell).split(/\r\n?|\n/));
  const filled = lines.filter((line) => line.trim() !== "");
  const header = filled.slice(0, longestHeader);
  const hasMeasure = hasWireMeasure(lines);
  const isLetter = [...filled.slice(0, 8), ...filled.slice(-8)].some((line) => letterMark.test(line));
  const datelines = lines.slice(0, longestHeader * 2).filter((line, index, all) => {
    const read = readDateline(line);
    return read !== null && (read.credit !== null || (!isLetter && (!hasMeasure || index === 0 || /^\s/.test(line) || (all[index - 1] ?? "").trim() === "" || (all[index - 1] ?? "").length < 50)));
  });
  if (datelines.some((line) => header.includes(line))) return true;
  const marks = [header.slice(0, 3).some(isAdvisory), header.slice(0, 8).some((line) => judgeHeading(line)?.kind === "field"), header.slice(0, 8).filter((line) => judgeHeading(line)?.kind === "field").length > 1, lines.some(isEnd), lines.some(isMore), lines.some(opensNotes), hasMeasure && !isLetter];
  return marks.filter(Boolean).length >= 2;
}

/** Takes wire copy apart: the story unwrapped, what stands above it as fields, what is meant for editors aside. */
export function readWire(text: string, tally: Tally): WireCopy {
  const lines = inPlainMarks(text.split(/\r\n?|\n/));
  const { fields, aside, bodyStart, title } = readHeader(lines);
  const { body, below } = divide(lines.slice(bodyStart), tally);
  // Without a dateline the headline is the first line of what follows.
  const first = body.findIndex((line) => line.trim() !== "");
  if (first !== -1 && headlineEnd.test(body[first] ?? "")) title.push(...body.splice(first, 1).map((line) => line.replace(headlineEnd, "").trim()));
  // More than a few lines above the dateline are a text that only mentions one.
  if (title[0] !== undefined && fields.headline === undefined && title.length <= 6 && title[0].length <= 200 && !isListed(title[0])) {
    const written = title.shift()?.replace(versionMark, "") ?? "";
    const priority = called.exec(written)?.[1];
    if (priority) fields.priority ??= priority;
    fields.headline = written.replace(called, "");
  }
  for (let at = body.length - 1; at > 0 && (body[at] === "" || isTransmission(body[at] ?? "")); at--) if (body[at] !== "") below.unshift(...body.splice(at));
  const wrapped = looksWrapped(body, 1);
  const story = segments(body).map((segment) => paragraphsOf(segment, wrapped));
  takeDateline(story, fields);
  for (let last = story.at(-1); last && (last.length > 1 || story.length > 1) && isFooter(last.at(-1) ?? ""); last = story.at(-1)) {
    const footer = last.pop() ?? "";
    if (last.length === 0) story.pop();
    const keywords = keywordsOf(footer);
    if (keywords) fields.keywords ??= keywords;
    else below.unshift(footer);
  }
  const end = story.at(-1);
  if (end && end.length > 0) end.push(withoutSignature(end.pop() ?? "", fields));
  const notes = paragraphsOf(below, looksWrapped(below) || wrapped).filter((note) => !isBreak(note) && !isEnd(note));
  tally.count("wireLines", aside.length + notes.length + Object.keys(fields).length);
  const everything = [...withoutField(fields), ...aside, ...notes];
  return { html: [title, ...story].filter((part) => part.length > 0).map(linesAsHtml).join("<hr>").replace("<hr>", title.length > 0 ? "" : "<hr>"), fields, aside: everything };
}

const isFooter = (paragraph: string): boolean => isColophon(paragraph) || isContact(paragraph) || isTransmission(paragraph) || keywordsOf(paragraph) !== null;

const isListed = (line: string): boolean => /^\s*[•·▪*–-]\s/.test(line);

/** What a story has no field for waits with what is meant for editors, and so does the headline: neither must go with the strip that told of it. */
function withoutField({ embargo, headline, priority }: WireFields): string[] {
  return [...(headline ? [`Headline: ${headline}`] : []), ...(embargo ? [embargo] : []), ...(priority ? [`Priority: ${priority}`] : [])];
}

/** "URGENT: Council keeps ferry". */
const called = /^(URGENT|FLASH|BULLETIN|BREAKING|ALERT|EIL|EILMELDUNG)\s?[:–—-]\s{0,3}(?=\S)/;

type Header = { fields: WireFields; aside: string[]; bodyStart: number; title: string[] };

/** Everything above the dateline; without one, the lines at the head that are no text. */
function readHeader(lines: readonly string[]): Header {
  const dated = lines.slice(0, longestHeader * 2).findIndex((line) => readDateline(line) !== null);
  const header: Header = { fields: {}, aside: [], bodyStart: dated === -1 ? 0 : dated, title: [] };
  let above: { goesOn: "note" | "byline" | "contact" | null; isFull: boolean } = { goesOn: null, isFull: false };
  for (let at = 0; at < (dated === -1 ? Math.min(lines.length, longestHeader) : dated); at++) {
    const line = (lines[at] ?? "").trim();
    const verdict = line === "" ? null : judgeHeading(line);
    const isFull = line.length >= 50;
    if (line === "") above = { goesOn: null, isFull };
    else if (above.goesOn === "note" && above.isFull) {
      header.aside.push(`${header.aside.pop()} ${line}`);
      above = { goesOn: "note", isFull };
    } else if (above.goesOn === "contact") header.aside.push(line);
    else if (verdict?.kind === "field") {
      // The first word on a matter is the wire's own; later ones quote others.
      header.fields = { ...verdict.fields, ...header.fields };
      above = { goesOn: null, isFull };
    } else if (verdict?.kind === "aside" || (above.goesOn === "byline" && line.length <= 40 && !/[.!?]$/.test(line))) {
      header.aside.push(line);
      above = { goesOn: verdict?.kind === "aside" ? verdict.goesOn : null, isFull };
    } else if (dated === -1 && !isHeadline(lines, at, header.fields)) break;
    else header.title.push(line.replace(headlineEnd, ""));
    if (dated === -1) header.bodyStart = at + 1;
  }
  // An agency's name in capitals, and again under the byline, is no headline.
  header.title = header.title.filter((line) => header.title.length === 1 || !header.aside.some((one) => bareName(one) === bareName(line)));
  const [first = "", second] = header.title;
  const slug = dated !== -1 && second !== undefined && !header.fields.slug ? shortSlug(first) : null;
  if (slug) {
    header.fields.slug = slug;
    header.title.shift();
  }
  return header;
}

const bareName = (line: string): string => line.trim().toLowerCase().replace(/^the /, "");

/** A short line without a full stop, and then who wrote it; or one that stands alone under what the wire says of the story. */
function isHeadline(lines: readonly string[], at: number, fields: WireFields): boolean {
  const line = lines[at] ?? "";
  if (line.length > 120 || /[.!?:,]\s*$/.test(line) || isListed(line)) return false;
  const next = lines.slice(at + 1, at + 4).find((one) => one.trim() !== "");
  const verdict = next === undefined ? null : judgeHeading(next);
  if (verdict?.kind === "aside" && verdict.goesOn === "byline") return true;
  return Object.keys(fields).length > 0 && next !== undefined && (lines[at + 1] ?? "").trim() === "" && next.length > line.trim().length;
}

/** The story, and what stands below its end mark or speaks to editors. */
function divide(lines: readonly string[], tally: Tally): { body: string[]; below: string[] } {
  const body: string[] = [];
  let below: string[] | null = null;
  const heads: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (line.trim() !== "" && goesOn && !headsTake(line)) goesOn = false;
    if (isMore(line)) {
      tally.count("wireLines");
      goesOn = true;
      body.push("");
    } else if (goesOn) heads.push(line);
    else if (below) below.push(line);
    else if (isEnd(line)) {
      tally.count("wireLines");
      below = [];
    } else if (isForEditors(line) && body.some((one) => one.trim() !== "")) heads.push(line);
    else if (opensNotes(line) && body.some((one) => one.trim() !== "")) below = [line];
    else body.push(withoutCodes(line));
  }
  return { body, below: [...heads, ...(below ?? [])] };
}

/** Parts between lines of stars or dashes. */
function segments(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (isBreak(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.some((line) => line.trim() !== ""));
}

function paragraphsOf(lines: readonly string[], wrapped: boolean): string[] {
  return wrapped ? unwrapLines(lines) : lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** The place goes to its field, the agency to the credit; the sentence begins where it begins. */
function takeDateline(story: string[][], fields: WireFields): void {
  const first = story[0]?.[0];
  const dateline = first === undefined ? null : readDateline(first);
  if (!story[0] || first === undefined || !dateline) return;
  story[0][0] = first.slice(dateline.length).trim();
  if (dateline.place) fields.dateline = dateline.place.slice(0, 80);
  if (dateline.credit) fields.credit = dateline.credit;
}

/** The agency signs again behind the last word, or says that it was the last. */
function withoutSignature(paragraph: string, { credit }: WireFields): string {
  const signed = paragraph.replace(/\s+Enditem\s*$/, "");
  if (!credit) return signed;
  return [`(${credit})`, `(${credit}).`, credit].reduce((text, mark) => (text.endsWith(` ${mark}`) && /[.!?”"’»)]\s*$/.test(text.slice(0, -mark.length - 1)) ? text.slice(0, -mark.length - 1).trimEnd() : text), signed);
}
