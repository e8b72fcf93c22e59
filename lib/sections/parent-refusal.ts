import { type Failure, invalid } from "@/lib/kernel/failure";
import type { SectionRow } from "@/lib/sections/lock-sections";

/** Why a section cannot be a part of this one, or null where it can: parts have no parts. A new section has no id yet. */
export function parentRefusal(sectionId: string | null, parentId: string | null, all: readonly SectionRow[]): Failure | null {
  if (!parentId) return null;
  const problem = problemWith(sectionId, parentId, all);
  return problem ? invalid("parent", problem, { fields: { parentId: problem } }) : null;
}

function problemWith(sectionId: string | null, parentId: string, all: readonly SectionRow[]): string | null {
  const parent = all.find((one) => one.id === parentId);
  if (!parent) return "There is no such section.";
  if (parentId === sectionId) return "A section cannot stand in itself.";
  if (parent.parentId) return `“${parent.name}” is part of a section itself. Choose a section of the paper.`;
  return sectionId && all.some((one) => one.parentId === sectionId) ? "This section has parts of its own, so it stays a section of the paper." : null;
}
