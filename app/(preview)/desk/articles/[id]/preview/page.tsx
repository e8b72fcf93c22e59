import type { Metadata } from "next";
import { NotHere } from "@/app/_reader/shell";
import { PreviewStrip } from "@/components/desk/preview-strip";
import { ArticleView } from "@/components/reader/article/article-view";
import { Related } from "@/components/reader/article/related";
import { Foot, Topline } from "@/components/reader/masthead";
import { isLongRead } from "@/lib/articles/article";
import { previewArticle } from "@/lib/articles/reads/preview";
import { thePaper, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false }, referrer: "no-referrer" };

/** The working copy as readers would get it. Another code path than theirs: nothing here can become public. */
export default async function Preview({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await staff(`/desk/articles/${id}/preview`);
  const [preview, paper, sections] = await Promise.all([previewArticle(actor, id), thePaper(), theSections()]);
  if (!preview) return <NotHere />;
  const { article, related, savedAt } = preview;
  return (
    <>
      <PreviewStrip articleId={id} savedAt={savedAt} timeZone={paper.timeZone} />
      <Topline paper={paper} sections={sections} current={article.section.slug} language={article.language} inside />
      <main id="main" className={isLongRead(article) ? undefined : "page"} data-section={article.section.accent}>
        <ArticleView article={article} paper={paper} />
        <Related cards={related} language={article.language} wide={isLongRead(article)} />
      </main>
      <Foot paper={paper} sections={sections} year={String(new Date().getUTCFullYear())} />
    </>
  );
}
