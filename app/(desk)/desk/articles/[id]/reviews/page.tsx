import type { Metadata } from "next";
import { OfferReviewForm, RevokeReviewForm, SettleRemarkForm } from "@/app/(desk)/desk/articles/[id]/reviews/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { ReviewList } from "@/components/desk/reviews/review-list";
import { editorSurroundings } from "@/lib/articles/reads/desk";
import { deskReviews } from "@/lib/outside-reviews/reads/desk-reviews";
import { staff } from "@/lib/web/session";
import "@/components/desk/proposals/proposals.css";
import "@/components/desk/reviews/reviews.css";

export const metadata: Metadata = { title: "Readers from outside" };

export default async function Reviews({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string | string[] }> }) {
  const [{ id }, { page: wanted }] = await Promise.all([params, searchParams]);
  const actor = await staff(`/desk/articles/${id}/reviews`);
  const story = await deskReviews(actor, id, typeof wanted === "string" && /^\d{1,6}$/.test(wanted) ? Number(wanted) : 1);
  if (!story)
    return (
      <Frame actor={actor} current="stories">
        <DeniedHere />
      </Frame>
    );
  const { timeZone } = await editorSurroundings(actor);
  return (
    <Frame actor={actor} current="stories">
      <header className="head">
        <h1>Readers from outside</h1>
        <a className="btn" href={`/desk/articles/${id}`}>
          To the story
        </a>
      </header>
      <div className="sheet-body">
        <p>
          Of <bdi>“{story.headline || "a story without a headline"}”</bdi>. A link shows the story as it stands when the link is made, to whoever has it and gives a name: nothing of what comes later, no notes, no stash, no pictures that are not public yet. When it was read and what was said stands here.
        </p>
        {story.canOffer ? <OfferReviewForm articleId={id} /> : <p className="quiet">Links are made by whoever may publish the story.</p>}
        {story.reviews.length > 0 ? (
          <ReviewList reviews={story.reviews} articleId={id} timeZone={timeZone} revoke={(review) => story.canOffer && <RevokeReviewForm articleId={id} reviewId={review.id} forWhom={review.forWhom} />} answer={({ id: remarkId, by, title, standing, seen, instead }) => <SettleRemarkForm articleId={id} remark={{ id: remarkId, by, title, standing, seen, hasWords: instead !== null }} />} />
        ) : (
          <div className="empty">
            <h2>No links yet</h2>
            <p>Make one to have somebody without an account read the story: an expert, a lawyer, somebody who is quoted.</p>
          </div>
        )}
        {story.pages > 1 && (
          <nav className="pages" aria-label="Pages">
            {story.page > 1 && (
              <a className="btn" rel="prev" href={`/desk/articles/${id}/reviews${story.page > 2 ? `?page=${story.page - 1}` : ""}`}>
                Earlier page
              </a>
            )}
            {story.page < story.pages && (
              <a className="btn" rel="next" href={`/desk/articles/${id}/reviews?page=${story.page + 1}`}>
                More remarks
              </a>
            )}
          </nav>
        )}
      </div>
    </Frame>
  );
}
