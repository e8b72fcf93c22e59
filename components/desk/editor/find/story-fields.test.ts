import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { limitOf, readFields, watchFields } from "@/components/desk/editor/find/story-fields";
import { wordsFields } from "@/lib/content/words-within";

it("reads the words of a lead picture and of a claim only where they are shown", () => {
  const doc = new Y.Doc();
  const shown = () => [...readFields(doc).before, ...readFields(doc).beside].map(({ field }) => field);
  expect(shown()).toEqual(["kicker", "headline", "standfirst", "dateline", "frontHeadline", "searchHeadline", "socialHeadline"]);
  doc.getMap("lead").set("assetId", "0190b5a0-0000-7000-8000-000000000001");
  doc.getMap("settings").set("format", "fact_check");
  expect(shown()).toEqual([...wordsFields.before, ...wordsFields.beside]);
});

it("follows every field, until nobody searches any more", () => {
  const doc = new Y.Doc();
  const changed = vi.fn();
  const end = watchFields(doc, changed);
  for (const field of [...wordsFields.before, ...wordsFields.beside]) doc.getText(field).insert(0, "x");
  expect(changed).toHaveBeenCalledTimes(wordsFields.before.length + wordsFields.beside.length);
  end();
  doc.getText("headline").insert(0, "x");
  expect(changed).toHaveBeenCalledTimes(wordsFields.before.length + wordsFields.beside.length);
});

it("knows the limit of every field", () => {
  for (const field of [...wordsFields.before, ...wordsFields.beside]) expect(limitOf(field), field).toBeGreaterThan(0);
});
