import { type Language, languages } from "@/db/vocabulary";

/** The faces in which words of a language are set, the largest letters first; all of them are in time or not on a page (components/ui/fonts-in-time.css). */
const faces = { ltr: ["newsreader-display", "newsreader-text", "instrument-sans", "newsreader-caps"], rtl: ["noto-naskh-arabic", "vazirmatn"] } as const;

/** How a face is fetched before anything asks for it. */
export const asFace = { as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

/** The addresses of those faces. */
export const facesOf = (language: Language): string[] => faces[languages[language].direction].map((face) => `/fonts/${face}.woff2`);
