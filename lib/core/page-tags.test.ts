import { expect, it } from "vitest";
import { eventNames } from "@/db/vocabulary";
import { pageTagsOf, takedownsOf } from "@/lib/core/page-tags";

const event = (name: (typeof eventNames)[number]) => ({ id: 1, name, subjectType: "", subjectId: "s", data: { articleId: "a", slug: "privacy", sections: ["town"] }, at: new Date() });

it("never shows again, whatever fails, what was taken from readers", () => {
  expect(eventNames.filter((name) => takedownsOf(event(name)).length > 0)).toEqual(expect.arrayContaining(["article.unpublished", "comment.rejected", "comment.marked_spam", "comment.hidden", "comment.withdrawn", "comment.purged", "comment.decision_undone", "page.withdrawn"]));
  expect(takedownsOf(event("article.published"))).toEqual([]);
  expect(takedownsOf(event("article.unpublished"))).toEqual(pageTagsOf(event("article.unpublished")));
});

it("makes every page anew whose foot named a page of the paper that was taken back, and still has them while that fails", () => {
  expect(pageTagsOf(event("page.withdrawn"))).toEqual(["pages", "page:privacy"]);
  expect(takedownsOf(event("page.withdrawn"))).toEqual(["page:privacy"]);
});
