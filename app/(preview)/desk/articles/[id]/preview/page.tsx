import type { Metadata } from "next";
import { NotHere } from "@/app/_reader/shell";
import { LookView } from "@/components/desk/looks/look-view";
import { signOut } from "@/app/_desk/actions";
import { PreviewStrip } from "@/components/desk/preview-strip";
import { ArticleView } from "@/components/reader/article/article-view";
import { Related } from "@/components/reader/article/related";
import { DiscussionView } from "@/components/reader/comments/discussion-view";
import { printedYear } from "@/components/reader/dates";
import { Foot, Topline } from "@/components/reader/masthead";
import { isWide } from "@/lib/articles/article";
import { looks } from "@/lib/articles/looks";
import type { Preview as PreviewedStory } from "@/lib/articles/reads/preview";
import { origin, theDiscussion, thePages, thePaper, thePreview, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false }, referrer: "no-referrer" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The working copy as readers would get it, or as it would stand elsewhere. Another code path than theirs: nothing here can become public. */
export default async function Preview({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const actor = await staff(`/desk/articles/${id}/preview`);
  const [preview, paper] = await Promise.all([thePreview(actor, id), thePaper()]);
  if (!preview) return <NotHere />;
  const look = looks.find((one) => one === asked.as) ?? "page";
  return (
    <>
      {asked.bare === undefined && <PreviewStrip articleId={id} savedAt={preview.savedAt} timeZone={paper.timeZone} look={look} signOut={signOut} />}
      {look === "page" ? <OwnPage preview={preview} beside={asked.bare !== undefined} /> : <LookView look={look} article={preview.article} paper={paper} origin={origin()} />}
    </>
  );
}

async function OwnPage({ preview: { article, related }, beside }: { preview: PreviewedStory; beside: boolean }) {
  const [paper, sections, pages, discussion] = await Promise.all([thePaper(), theSections(), thePages(), theDiscussion(article, { tab: "all", sort: "newest" })]);
  // Shown as readers will see it; nobody comments on a preview.
  const talk = (
    <div inert>
      <DiscussionView discussion={discussion} article={article} timeZone={paper.timeZone} />
    </div>
  );
  return (
    <>
      <Topline paper={paper} sections={sections} current={article.section.slug} language={article.language} inside />
      <main id="main" className={isWide(article) ? undefined : "page"} data-section={article.section.accent}>
        <ArticleView article={article} paper={paper} findable={beside} discussion={talk} />
        <Related cards={related} language={article.language} wide={isWide(article)} />
      </main>
      <Foot paper={paper} sections={sections} pages={pages} year={printedYear(new Date(), paper.timeZone, paper.language)} />
    </>
  );
}
