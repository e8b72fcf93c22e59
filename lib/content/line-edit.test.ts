import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { applyEdit, editBetween, editsOfSaved, type LineDelta, placeAfter, savedPart } from "@/lib/content/line-edit";

function lineOf(value: string): Y.Text {
  const text = new Y.Doc().getText("line");
  text.insert(0, value);
  return text;
}

const words = fc.string({ unit: fc.constantFrom("a", "b", "é", "😀", " "), maxLength: 30 });
/** A line, a stretch of it that is replaced, and what by. */
const typing = fc.tuple(words, words, words, words).map(([left, gone, right, added]) => ({ before: left + gone + right, after: left + added + right, caret: left.length + added.length }));

it("finds among equal letters the one that was typed, by the caret", () => {
  expect(editBetween("aaaa", "aaaaa", 1)).toEqual({ at: 0, gone: 0, added: "a" });
  expect(editBetween("aaaa", "aaaaa", 5)).toEqual({ at: 4, gone: 0, added: "a" });
  expect(editBetween("aaaa", "aaa", 2)).toEqual({ at: 2, gone: 1, added: "" });
});

it("turns what stood there into what stands there now, and never splits a character", () => {
  fc.assert(
    fc.property(typing, ({ before, after, caret }) => {
      const text = lineOf(before);
      applyEdit(text, editBetween(before, after, caret));
      expect(text.toString()).toBe(after);
    }),
  );
});

it("saves the first characters of whatever stands in the field", () => {
  fc.assert(
    fc.property(typing, fc.integer({ min: 0, max: 40 }), ({ before, after, caret }, limit) => {
      const saved = savedPart(before, limit);
      const kept = savedPart(after, limit);
      const text = lineOf(saved);
      for (const edit of editsOfSaved(saved.length, editBetween(before, after, caret), kept)) applyEdit(text, edit);
      expect(text.toString()).toBe(kept);
    }),
  );
});

it("takes away only its own letters when others wrote meanwhile", () => {
  fc.assert(
    fc.property(typing, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom("", "X", "YY")), { maxLength: 5 }), ({ before, after, caret }, others) => {
      const text = lineOf(before);
      const since: LineDelta[] = [];
      text.observe((event) => since.push(event.delta));
      for (const [where, gone, added] of others) {
        const at = where % (text.length + 1);
        if (gone > 0) text.delete(at, Math.min(gone, text.length - at));
        if (added) text.insert(at, added);
      }
      const theirs = text.toString().replace(/[^XY]/g, "");
      const edit = editBetween(before, after, caret);
      applyEdit(text, edit, [...since]);
      expect(text.toString().replace(/[^XY]/g, "")).toBe(theirs);
      expect(text.toString()).toContain(edit.added);
    }),
  );
});

it("keeps the caret before what a colleague writes exactly there, and moves it with what is written before", () => {
  expect(placeAfter(3, [{ retain: 3 }, { insert: "xy" }])).toBe(3);
  expect(placeAfter(3, [{ retain: 2 }, { insert: "xy" }])).toBe(5);
  expect(placeAfter(3, [{ retain: 1 }, { delete: 5 }])).toBe(1);
  expect(placeAfter(3, [{ insert: "a" }, { retain: 1 }, { delete: 1 }])).toBe(3);
});
