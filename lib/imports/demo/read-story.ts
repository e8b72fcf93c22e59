import { bylineRoles, type BylineRole, claimantKindCodes, type ClaimantKind, correctionKinds, type CorrectionKind, type Language, languageCodes, reasonCodes, type ReasonCode, type StoryFormat, storyFormats, type Verdict, verdictCodes } from "@/db/vocabulary";
import { parseOffset } from "@/lib/imports/demo/offset";

/**
 * Where a comment ends, or which way it went: `published` was let through by the pipeline, `undone` is a decision that was taken back.
 * Those that were hidden, withdrawn or purged were approved first, and could be answered.
 */
const commentStates = ["approved", "published", "held", "rejected", "spam", "undone", "hidden", "withdrawn", "purged"] as const;
type CommentState = (typeof commentStates)[number];

export type DemoComment = { name: string; level: 0 | 1 | 2; after: number; state: CommentState; reason: ReasonCode | null; text: string };

export type DemoStory = {
  key: string;
  format: StoryFormat;
  headline: string;
  kicker: string;
  standfirst: string;
  dateline: string;
  section: string;
  tags: string[];
  bylines: { role: BylineRole; name: string; guest: boolean }[];
  slug: string;
  language: Language;
  picture: { name: string; alt: string; caption: string; credit: string } | null;
  claim: { said: string; by: string; kind: ClaimantKind; verdict: Verdict } | null;
  state: { kind: "draft" | "handed in" | "sent back" | "live" | "scheduled" | "embargoed" | "unpublished"; why: string };
  published: number | null;
  scheduled: number | null;
  embargo: number | null;
  unpublished: number | null;
  correction: { after: number; kind: CorrectionKind; note: string } | null;
  update: { after: number; note: string } | null;
  body: string;
  comments: DemoComment[];
};

const rolePhrases: Record<string, BylineRole> = { by: "by", "translated by": "translated", "photographs by": "photographs", "additional reporting by": "reporting" };
const known = new Set(["format", "headline", "kicker", "standfirst", "dateline", "section", "tags", "bylines", "slug", "language", "picture", "claim", "state", "published", "scheduled", "embargo", "unpublished", "corrected", "updated"]);

/** Reads one demo story (lib/imports/demo/FORMAT.md). Throws a sentence that names the file where it is not of the form. */
export function readStory(key: string, source: string): DemoStory {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replace(/\r\n/g, "\n"));
  if (!match) throw new Error(`${key}: no head between two --- lines.`);
  const head = new Map<string, string>();
  for (const line of (match[1] ?? "").split("\n")) {
    const [, name = "", value = ""] = /^([a-z]+):\s*(.*)$/.exec(line) ?? [];
    if (!known.has(name)) throw new Error(`${key}: “${line}” is not a line of the head.`);
    head.set(name, value.trim());
  }
  const needed = (name: string) => {
    const value = head.get(name);
    if (!value) throw new Error(`${key}: ${name} is missing.`);
    return value;
  };
  const cells = (name: string) => head.get(name)?.split("|").map((cell) => cell.trim()) ?? null;
  const offset = (name: string) => (head.has(name) ? parseOffset(needed(name)) : null);
  const [body = "", comments = ""] = (match[2] ?? "").split(/\n=== comments\n/);
  const [stateKind = "", why = ""] = needed("state").split("|").map((part) => part.trim());
  const picture = cells("picture");
  const claim = cells("claim");
  const corrected = cells("corrected");
  const updated = cells("updated");
  const language = (head.get("language") ?? "en") as Language;
  if (!languageCodes.includes(language)) throw new Error(`${key}: the language ${language} is not known.`);
  const format = storyFormats.find((one) => one === (head.get("format") ?? "news"));
  if (!format) throw new Error(`${key}: the format ${head.get("format")} is not known.`);
  return {
    key,
    format,
    headline: needed("headline"),
    kicker: head.get("kicker") ?? "",
    standfirst: head.get("standfirst") ?? "",
    dateline: head.get("dateline") ?? "",
    section: needed("section"),
    tags: (head.get("tags") ?? "").split(/[,،]/).map((tag) => tag.trim()).filter(Boolean),
    bylines: needed("bylines").split(";").map((text) => readByline(key, text.trim())),
    slug: needed("slug"),
    language,
    picture: picture ? { name: picture[0] ?? "", alt: picture[1] ?? "", caption: picture[2] ?? "", credit: picture[3] ?? "" } : null,
    claim: claim ? readClaim(key, claim) : null,
    state: { kind: stateKind as DemoStory["state"]["kind"], why },
    published: offset("published"),
    scheduled: offset("scheduled"),
    embargo: offset("embargo"),
    unpublished: offset("unpublished"),
    correction: corrected ? { after: parseOffset(corrected[0] ?? ""), kind: readKind(key, corrected[1] ?? ""), note: corrected[2] ?? "" } : null,
    update: updated ? { after: parseOffset(updated[0] ?? ""), note: updated[1] ?? "" } : null,
    body: body.trim(),
    comments: readComments(key, comments),
  };
}

function readClaim(key: string, [said = "", by = "", kindText = "", verdictText = ""]: string[]): NonNullable<DemoStory["claim"]> {
  const kind = claimantKindCodes.find((one) => one === kindText);
  const verdict = verdictCodes.find((one) => one === verdictText);
  if (!kind || !verdict) throw new Error(`${key}: a claim is said | by whom | person or organisation | verdict.`);
  return { said, by, kind, verdict };
}

function readByline(key: string, text: string): DemoStory["bylines"][number] {
  const phrase = Object.keys(rolePhrases).filter((start) => text.startsWith(`${start} `)).sort((left, right) => right.length - left.length)[0];
  const role = phrase ? rolePhrases[phrase] : undefined;
  if (!phrase || !role || !bylineRoles.includes(role)) throw new Error(`${key}: “${text}” is not a byline.`);
  const name = text.slice(phrase.length + 1);
  return { role, name: name.replace(/^guest /, ""), guest: name.startsWith("guest ") };
}

function readKind(key: string, text: string): CorrectionKind {
  const kind = correctionKinds.find((one) => one === text);
  if (!kind) throw new Error(`${key}: “${text}” is no kind of correction.`);
  return kind;
}

function readComments(key: string, source: string): DemoComment[] {
  return source
    .split(/^(?=@)/m)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map((chunk) => {
      const [line = "", ...text] = chunk.split("\n");
      const match = /^@(>{0,2})\s+([^|]+)\|([^|]+)\|(.+)$/.exec(line);
      if (!match) throw new Error(`${key}: “${line}” does not open a comment.`);
      const [state = "", reason = null] = (match[4] ?? "").trim().split(":");
      const known = commentStates.find((one) => one === state);
      if (!known) throw new Error(`${key}: “${state}” is no state of a comment.`);
      if (reason && !(reasonCodes as readonly string[]).includes(reason)) throw new Error(`${key}: “${reason}” is no reason.`);
      return { name: (match[2] ?? "").trim(), level: (match[1] ?? "").length as 0 | 1 | 2, after: parseOffset(match[3] ?? ""), state: known, reason: reason as ReasonCode | null, text: text.join("\n").trim() };
    });
}
