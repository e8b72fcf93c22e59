import type { Language } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";

/** What a block needs beyond itself: the things it refers to, and the language and clock of the story around it. */
export type BlockSurroundings = { material: BodyMaterial; language: Language; timeZone: string };

/** By what the desk finds a block in a preview again. Pages of readers have none. */
export type Findable = { anchor?: string | undefined };
