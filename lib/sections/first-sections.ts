import type { Accent } from "@/db/vocabulary";

/** What a new paper begins with, so that its first story has somewhere to stand; every one may be renamed. */
export const firstSections = [
  { name: "News", slug: "news", accent: "town", description: "What happened, and what it means for the people it happened to." },
  { name: "Opinion", slug: "opinion", accent: "opinion", description: "Columns by people who sign them." },
  { name: "Culture", slug: "culture", accent: "culture", description: "Books, stages, screens and tables." },
  { name: "Sport", slug: "sport", accent: "sport", description: "Results, and how they came about." },
] as const satisfies readonly { name: string; slug: string; accent: Accent; description: string }[];
