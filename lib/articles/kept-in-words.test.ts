import { expect, it } from "vitest";
import { keptInWords } from "@/lib/articles/kept-in-words";

it.each([
  [{ seq: 3, isNew: true, before: null }, "Lawyers", "Kept as version 3, “Lawyers”."],
  [{ seq: 3, isNew: true, before: null }, "", "Kept as version 3."],
  [{ seq: null, isNew: false, before: null }, "", "Nothing changed since the last version."],
  [{ seq: 3, isNew: false, before: null }, "Lawyers", "Nothing changed since version 3: it is now called “Lawyers”."],
  [{ seq: 3, isNew: false, before: "Desk" }, "Lawyers", "Nothing changed since version 3: it is now called “Lawyers”, and was “Desk”."],
  [{ seq: 3, isNew: false, before: "Lawyers" }, "Lawyers", "Nothing changed since version 3, which is called “Lawyers” already."],
])("says what was kept: %o under “%s”", (kept, name, words) => {
  expect(keptInWords(kept, name)).toBe(words);
});
