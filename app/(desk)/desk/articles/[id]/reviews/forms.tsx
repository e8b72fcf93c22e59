"use client";

import { offerReviewAction, revokeReviewAction, settleRemarkAction } from "@/app/(desk)/desk/articles/[id]/reviews/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { reviewDays, reviewLengths } from "@/lib/outside-reviews/limits";
import type { DeskRemark } from "@/lib/outside-reviews/views";

/** Makes a link for somebody outside. */
export function OfferReviewForm({ articleId }: { articleId: string }) {
  return (
    <ActionForm action={offerReviewAction} className="offer-review" label="Make a link for somebody outside">
      {({ typed, failure }) => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <Field id="for-whom" name="forWhom" label="For whom" className="input" required maxLength={reviewLengths.name} dir="auto" autoComplete="off" defaultValue={typed.forWhom ?? ""} error={failure?.fields?.forWhom} />
          <Field id="review-days" name="days" label="Days it lasts" className="input" type="number" required min={1} max={reviewDays.most} defaultValue={typed.days ?? String(reviewDays.first)} error={failure?.fields?.days} />
          <div className="field wide">
            <label htmlFor="review-word">What you ask of them</label>
            <textarea className="input" id="review-word" name="word" rows={2} maxLength={reviewLengths.word} dir="auto" defaultValue={typed.word ?? ""} />
          </div>
          <button className="btn first" type="submit">
            Make a link
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Ends a link. */
export function RevokeReviewForm({ articleId, reviewId, forWhom }: { articleId: string; reviewId: string; forWhom: string }) {
  return (
    <ActionForm action={revokeReviewAction} className="revoke-review" label={`End the link for ${forWhom}`}>
      {() => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="reviewId" value={reviewId} />
          <button className="btn" type="submit">
            End this link
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** The answers to a remark. */
export function SettleRemarkForm({ articleId, remark }: { articleId: string; remark: Pick<DeskRemark, "id" | "by" | "title" | "standing" | "seen"> & { hasWords: boolean } }) {
  const { hasWords } = remark;
  return (
    <ActionForm action={settleRemarkAction} className="settle-remark">
      {() => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="remarkId" value={remark.id} />
          <input type="hidden" name="seen" value={remark.seen} />
          {hasWords && remark.standing === "there" && <span className="quiet">The story says so already.</span>}
          {hasWords && remark.standing === "conflict" && <b className="conflict">The story was changed here meanwhile.</b>}
          {hasWords && remark.standing === "moot" && <b className="conflict">This place is not in the story any more.</b>}
          {hasWords && remark.standing && remark.standing !== "moot" && (
            <button className="btn first" type="submit" name="verdict" value="taken">
              {remark.standing === "there" ? "Close it as taken" : remark.standing === "conflict" ? "Take the words anyway" : "Take the words"}
            </button>
          )}
          <button className="btn" type="submit" name="verdict" value={hasWords ? "declined" : "done"}>
            {hasWords ? "Decline" : "Seen to"}
          </button>
        </>
      )}
    </ActionForm>
  );
}
