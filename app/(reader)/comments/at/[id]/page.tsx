import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { PagesBeside } from "@/components/reader/comments/discussion-view";
import { Threads } from "@/components/reader/comments/thread";
import { discussionWords } from "@/components/reader/comments/words/words";
import { words } from "@/components/reader/words";
import { languages } from "@/db/vocabulary";
import { origin, theCommentInPlace, thePaper } from "@/lib/web/reading";
import "@/components/reader/comments/comments.css";
import "@/components/reader/comments/about-comment.css";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const [found, paper] = await Promise.all([theCommentInPlace(id), thePaper()]);
  if (!found) return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const { article, name } = found;
  const { place } = discussionWords[article.language];
  // What is worth finding is the story; a discussion is found with it.
  return { title: `${name ? place.of(name) : place.gone}: ${article.headline}`, alternates: { canonical: origin() + article.path } };
}

/** A comment at its own address: its thread among those around it, the same for everybody. */
export default async function CommentPage({ params }: Props) {
  const { id } = await params;
  const [found, paper] = await Promise.all([theCommentInPlace(id), thePaper()]);
  if (!found) return <NotHere />;
  const { article, name } = found;
  const say = discussionWords[article.language];
  return (
    <Shell>
      <main id="main" className="page" lang={article.language} dir={languages[article.language].direction}>
        <div className="plain-head">
          <h1>{name ? say.place.of(name) : say.place.gone}</h1>
          <p>
            {say.compose.on} <a href={article.path}>{article.headline}</a>
          </p>
        </div>
        <section className="comments in-place" aria-labelledby="comments-heading" data-article={article.id}>
          <h2 id="comments-heading">{say.place.around}</h2>
          <p className="state">
            <a href={`${article.path}#comments`}>{say.place.all}</a>
          </p>
          <Threads threads={found.threads} article={article} timeZone={paper.timeZone} say={say} open={found.state.open} chosen={id} />
          <PagesBeside discussion={found} path={article.path} say={say} />
        </section>
      </main>
    </Shell>
  );
}
