import type { Language } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";

/** What a block needs beyond itself: the things it refers to, and the language and clock of the story around it. */
export type BlockSurroundings = { material: BodyMaterial; language: Language; timeZone: string };
