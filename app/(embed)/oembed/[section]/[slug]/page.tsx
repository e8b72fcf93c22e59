import type { Metadata } from "next";
import { StoryCard } from "@/components/reader/embedded/story-card";
import { answerWith } from "@/lib/web/reader-request";
import { origin, thePaper, theStory } from "@/lib/web/reading";

type Props = { params: Promise<{ section: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, slug } = await params;
  const [at, paper] = await Promise.all([theStory(section, slug), thePaper()]);
  return { title: at.found === "here" ? at.article.headline : `Not found · ${paper.name}`, robots: { index: false } };
}

/** A story's card, as other sites show it in a frame. */
export default async function EmbeddedStory({ params }: Props) {
  const { section, slug } = await params;
  const [at, paper] = await Promise.all([theStory(section, slug), thePaper()]);
  if (at.found === "moved") {
    answerWith(301, `/oembed${at.path}`);
    return null;
  }
  if (at.found !== "here") {
    answerWith(at.found === "gone" ? 410 : 404);
    return (
      <main className="story-card">
        <h1>This story is not here.</h1>
      </main>
    );
  }
  return <StoryCard article={at.article} paper={paper} origin={origin()} />;
}
