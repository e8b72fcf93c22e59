import { z } from "zod";
import { isSlug } from "@/lib/kernel/slug";

/** Sums by the slug under which the story was read; what is no slug was no story. */
export const KeepReadsInput = z.strictObject({ counts: z.array(z.strictObject({ slug: z.string().refine(isSlug), reads: z.int().min(1).max(1_000_000) })).max(1000) });
