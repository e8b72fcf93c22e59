import { DiscussionView } from "@/components/reader/comments/discussion-view";
import type { ArticlePage } from "@/lib/articles/views";
import { discussionPage } from "@/lib/comments/reads/discussion";
import type { PaperSettings } from "@/lib/settings/paper";
import { noteTags } from "@/lib/web/reader-request";

/** The discussion of a story that is on its page, read with the page. */
export async function Discussion({ article, paper, cursor }: { article: ArticlePage; paper: PaperSettings; cursor?: string }) {
  noteTags(`discussion:${article.id}`);
  const discussion = await discussionPage(article.id, article.publishedAt, new Date(), cursor);
  return <DiscussionView discussion={discussion} article={article} timeZone={paper.timeZone} />;
}
