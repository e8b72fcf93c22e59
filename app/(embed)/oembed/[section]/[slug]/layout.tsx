import type { ReactNode } from "react";
import { languages } from "@/db/vocabulary";
import { thePaper, theStory } from "@/lib/web/reading";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/ui/fonts-late.css";
import "@/components/reader/embedded/story-card.css";

export const dynamic = "force-dynamic";

/** The document of a story's card: no script, no links to what surrounds it. */
export default async function EmbedLayout({ children, params }: { children: ReactNode; params: Promise<{ section: string; slug: string }> }) {
  const { section, slug } = await params;
  const at = await theStory(section, slug);
  const language = at.found === "here" ? at.article.language : (await thePaper()).language;
  return (
    <html lang={language} dir={languages[language].direction}>
      <body>{children}</body>
    </html>
  );
}
