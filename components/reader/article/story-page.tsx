import { ArticleView } from "@/components/reader/article/article-view";
import { Related } from "@/components/reader/article/related";
import { StructuredData } from "@/components/reader/article/structured-data";
import { DiscussionView } from "@/components/reader/comments/discussion-view";
import { Foot, Topline } from "@/components/reader/masthead";
import { isWide } from "@/lib/articles/article";
import type { ArticleCard, ArticlePage, FrontSection } from "@/lib/articles/views";
import type { DiscussionPage } from "@/lib/comments/reads/discussion";
import type { FootPage } from "@/lib/pages/views";
import { parentOf } from "@/lib/sections/family";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { article: ArticlePage; paper: PaperSettings; sections: readonly FrontSection[]; pages: readonly FootPage[]; related: readonly ArticleCard[]; discussion: DiscussionPage; origin: string; year: string };

/** The whole page of a story: for machines, for readers, for those who talk about it, and, with its address, for those who file it on paper. Drawn once, in HTML (docs/decisions/0013). */
export function StoryPageView({ article, paper, sections, pages, related, discussion, origin, year }: Props) {
  return (
    <>
      <StructuredData article={article} parent={parentOf(sections, sections.find(({ id }) => id === article.sectionId) ?? { parentId: null })} paper={paper} origin={origin} />
      <Topline paper={paper} sections={sections} current={article.section.slug} language={article.language} />
      <main id="main" className={isWide(article) ? undefined : "page"} data-section={article.section.accent}>
        <p className={isWide(article) ? "printed page" : "printed"} dir="ltr">
          {origin + article.path}
        </p>
        <ArticleView article={article} paper={paper} discussion={<DiscussionView discussion={discussion} article={article} timeZone={paper.timeZone} />} />
        <Related cards={related} language={article.language} wide={isWide(article)} />
      </main>
      <Foot paper={paper} sections={sections} pages={pages} year={year} />
    </>
  );
}
