import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import { theIcon, theLook, thePaper, theStory } from "@/lib/web/reading";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/ui/fonts-in-time.css";
import "@/components/reader/reader.css";
import "@/components/reader/comments/comments.css";

export const dynamic = "force-dynamic";

/** A story's page is in the story's language: hence a root layout of its own. */
export default async function StoryLayout({ children, params }: { children: ReactNode; params: Promise<{ section: string; slug: string }> }) {
  const { section, slug } = await params;
  const [at, look] = await Promise.all([theStory(section, slug), theLook()]);
  return (
    <ReaderDocument language={at.found === "here" ? at.article.language : (await thePaper()).language} look={look} icon={await theIcon()}>
      {children}
    </ReaderDocument>
  );
}
