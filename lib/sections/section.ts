import { isSlug, reservedSegments, slugFrom } from "@/lib/kernel/slug";

/** Why a section cannot stand at this address, in a sentence, or null. A section's slug is the first part of its stories' addresses. */
export function sectionSlugProblem(slug: string): string | null {
  if (!slug) return "The address needs a letter or a figure.";
  if (!isSlug(slug)) return `An address may hold small letters, figures and single hyphens. We suggest “${slugFrom(slug) || "news"}”.`;
  return (reservedSegments as readonly string[]).includes(slug) ? `“/${slug}” belongs to the program. Choose another address.` : null;
}
