import type { Metadata } from "next";
import { NotHere } from "@/app/_reader/shell";
import { LookSample } from "@/components/desk/branding/look-sample";
import { ArticleView } from "@/components/reader/article/article-view";
import { tongue } from "@/components/reader/tongue";
import { Masthead } from "@/components/reader/masthead";
import { longDay } from "@/components/reader/dates";
import { isWide } from "@/lib/articles/article";
import { machineNow } from "@/lib/kernel/clock";
import { brandingChange } from "@/lib/settings/abilities";
import { theNewestStory, thePaper, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Look", robots: { index: false, follow: false } };

/** The top of the front over a story of the paper, or a made-up one while there is none: what a look is judged by. Stands in a frame beside the form that changes it. */
export default async function LookPreview() {
  const actor = await staff("/desk/settings/branding");
  if (!brandingChange.check(actor, null)) return <NotHere />;
  const [paper, sections, story] = await Promise.all([thePaper(), theSections(), theNewestStory()]);
  return (
    <>
      <Masthead paper={paper} sections={sections} today={longDay(machineNow(), paper.timeZone, paper.language)} />
      {story ? (
        <main id="main" className={isWide(story) ? undefined : "page"} data-section={story.section.accent} {...tongue(story, paper.language)}>
          <ArticleView article={story} paper={paper} />
        </main>
      ) : (
        <LookSample />
      )}
    </>
  );
}
