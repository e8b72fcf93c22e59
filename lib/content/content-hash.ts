import { createHash } from "node:crypto";
import type { StoryContent } from "@/lib/content/document";

/**
 * The same for equal content, whatever the order of keys: decides whether a new revision says anything new. A format stands behind the
 * hash of the rest: SQL can write it there, which is how stories older than formats got theirs and still counted as unchanged.
 */
export function contentHash({ format, ...content }: StoryContent): string {
  const said = Object.fromEntries(Object.entries(content).filter(([name, value]) => !(later.has(name) && value === "")));
  const hash = createHash("sha256").update(canonical(said)).digest("base64url");
  return format === "news" ? hash : `${hash}:${format}`;
}

/** Fields that came after the first stories: empty they count for nothing, so that the hash of an older revision stays true. */
const later: ReadonlySet<string> = new Set<keyof StoryContent>(["frontHeadline", "searchHeadline", "socialHeadline", "claim", "claimant"]);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
