import { expect, it } from "vitest";
import { eventNames } from "@/db/vocabulary";
import { takesDown } from "@/lib/core/page-tags";

it("never shows again, whatever fails, what was taken from readers", () => {
  expect(eventNames.filter((name) => takesDown({ name }))).toEqual(expect.arrayContaining(["article.unpublished", "comment.rejected", "comment.marked_spam", "comment.hidden", "comment.withdrawn", "comment.purged", "comment.decision_undone"]));
  expect(takesDown({ name: "article.published" })).toBe(false);
});
