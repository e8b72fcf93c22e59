import { expect, it } from "vitest";
import { insertables, insertablesFor } from "@/components/desk/editor/menus/insertable";

const first = (typed: string) => insertablesFor(typed, [])[0]?.id;

it.each([["pic", "picture"], ["image", "picture"], ["h2", "heading-2"], ["head", "heading-2"], ["timel", "box-timeline"], ["fact", "box-fact"], ["youtube", "embed"], ["tk", "gap"], ["stash", "stash"], ["fctbx", "box-fact"], ["QUOTATION", "quotation"], ["word", "document"]])("finds by %j", (typed, id) => {
  expect(first(typed)).toBe(id);
});

it("finds nothing where nothing fits, everything where nothing is typed, what was used last on top", () => {
  expect(insertablesFor("xyzzy", [])).toEqual([]);
  expect(insertablesFor("", []).map((one) => one.id)).toEqual(insertables.map((one) => one.id));
  expect(insertablesFor(" ", ["table", "gone"])[0]?.id).toBe("table");
  expect(new Set(insertables.map((one) => one.id)).size).toBe(insertables.length);
});
