import { type Language, languages } from "@/db/vocabulary";

/**
 * The faces in which words of a language are set, the largest letters first, with those that Latin letters among them are in; all of them are
 * in time or not on a page (components/ui/fonts-in-time.css). Together they stay under 100 KB, whatever else the page shows (docs/decisions/0051).
 */
const faces = { ltr: ["newsreader-display", "newsreader-text-and-caps", "instrument-sans"], rtl: ["noto-naskh-arabic", "vazirmatn", "newsreader-display", "instrument-sans"] } as const;

/** What Arabic script is set in where it stands among Latin letters: one face, of one weight. */
const amongLatin = "noto-naskh-arabic-headline";

/** How a face is fetched before anything asks for it. */
export const asFace = { as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

const addressOf = (face: string) => `/fonts/${face}.woff2`;

/** The addresses of the faces that a page in this language needs at once. */
export const facesOf = (language: Language): string[] => faces[languages[language].direction].map(addressOf);

/** The address of the face that words of Arabic script need on a page in a language that runs the other way; null where nothing more is needed. */
export const faceAmong = (own: Language, around: Language): string | null => (languages[own].direction === "rtl" && languages[around].direction === "ltr" ? addressOf(amongLatin) : null);
