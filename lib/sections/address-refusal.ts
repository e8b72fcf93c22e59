import { type Failure, invalid } from "@/lib/kernel/failure";
import type { SectionRow } from "@/lib/sections/lock-sections";
import { sectionSlugProblem } from "@/lib/sections/section";

/** Why a section cannot take this address among the others, or null where it is free. */
export function addressRefusal(slug: string, others: readonly SectionRow[]): Failure | null {
  const problem = sectionSlugProblem(slug) ?? (others.some((other) => other.slug === slug) ? `Another section stands at “/${slug}” already.` : null);
  return problem ? invalid("address", problem, { fields: { slug: problem } }) : null;
}
