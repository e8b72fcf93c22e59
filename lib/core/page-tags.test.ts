import { expect, it } from "vitest";
import { eventNames } from "@/db/vocabulary";
import { pageTagsOf, takedownsOf } from "@/lib/core/page-tags";

const event = (name: (typeof eventNames)[number]) => ({ id: 1, name, subjectType: "", subjectId: "s", data: { articleId: "a", from: "approved", slug: "privacy", sections: ["town"] }, at: new Date() });

it("never shows again, whatever fails, what was taken from readers", () => {
  expect(eventNames.filter((name) => takedownsOf(event(name)).length > 0)).toEqual(expect.arrayContaining(["article.unpublished", "comment.rejected", "comment.marked_spam", "comment.hidden", "comment.withdrawn", "comment.purged", "comment.decision_undone", "page.withdrawn"]));
  expect(takedownsOf(event("article.published"))).toEqual([]);
  expect(takedownsOf(event("article.unpublished"))).toEqual(pageTagsOf(event("article.unpublished")));
});

it("makes every page anew whose foot named a page of the paper that was taken back, and still has them while that fails", () => {
  expect(pageTagsOf(event("page.withdrawn"))).toEqual(["pages", "page:privacy"]);
  expect(takedownsOf(event("page.withdrawn"))).toEqual(["page:privacy"]);
});

it("makes nothing anew for a comment that readers neither saw nor see", () => {
  const moved = (name: (typeof eventNames)[number], data: object) => pageTagsOf({ ...event(name), data: { articleId: "a", ...data } });
  expect([moved("comment.posted", { status: "held" }), moved("comment.posted", { status: "spam" }), moved("comment.rejected", { from: "held", status: "rejected" }), moved("comment.marked_spam", { from: "rejected", status: "spam" })]).toEqual([[], [], [], []]);
  for (const seen of [moved("comment.posted", { status: "published" }), moved("comment.approved", { from: "held", status: "approved" }), moved("comment.rejected", { from: "published", status: "rejected" }), moved("comment.marked_spam", { from: "hidden", status: "spam" })]) expect(seen).toEqual(["discussion:a", "discussions"]);
});

it("makes nothing anew either where such a comment is withdrawn, erased or edited, but where its place among answers is marked", () => {
  const gone = ["comment.withdrawn", "comment.purged", "comment.edited"] as const;
  const moved = (data: object) => gone.map((name) => pageTagsOf({ ...event(name), data: { articleId: "a", ...data } }));
  expect(moved({ from: "held", status: "withdrawn", answered: false })).toEqual([[], [], []]);
  // What was recorded before these events said from where.
  for (const data of [{ from: "hidden", status: "withdrawn", answered: false }, { from: "held", status: "published", answered: false }, { from: "rejected", status: "purged", answered: true }, {}]) expect(moved(data)).toEqual(gone.map(() => ["discussion:a", "discussions"]));
});
