import type { Metadata } from "next";
import { LookForm } from "@/app/(desk)/desk/comments/quality/form";
import { PlaceHead } from "@/app/(desk)/desk/comments/places";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { sample, secondLook } from "@/lib/moderation/reads/second-look";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "A second look" };

/** Some of what colleagues approved in the last week, shown without who decided: so the moderators learn whether they measure alike. */
export default async function SecondLookPage() {
  const actor = await staff("/desk/comments/quality");
  const look = await secondLook(actor);
  return (
    <Frame actor={actor} current="comments">
      <PlaceHead actor={actor} current="quality" title="A second look" />
      {!look ? (
        <DeniedHere />
      ) : (
        <div className="queue">
          <p className="quiet">
            {sample.ofHundred} of 100 comments that colleagues approved in the last {sample.days} days, without who or why. Your answer changes nothing of the comment. {look.waiting > 0 && `${look.waiting} wait.`}
          </p>
          <LookForm key={look.next?.eventId} eventId={look.next?.eventId ?? null}>
            {look.next ? (
              <article className="card" aria-labelledby="looked-at">
                <div className="card-body">
                  <header>
                    <h2 id="looked-at" dir="auto">
                      {look.next.name}
                    </h2>
                  </header>
                  <p className="in">
                    On <b>{look.next.headline}</b>
                  </p>
                  {look.next.parent && (
                    <div className="parent" dir="auto">
                      <CommentTextView body={look.next.parent} />
                    </div>
                  )}
                  <div className="said" dir="auto">
                    <CommentTextView body={look.next.body} />
                  </div>
                </div>
              </article>
            ) : (
              <div className="empty">
                <h2>Nothing to look at</h2>
                <p>Each day a few more approvals come here by chance.</p>
              </div>
            )}
          </LookForm>
        </div>
      )}
    </Frame>
  );
}
