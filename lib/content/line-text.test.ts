import { expect, it } from "vitest";
import { lineText } from "@/lib/content/line-text";

it("takes unseen signs out of a headline, and makes one line of several", () => {
  expect(lineText("Two\u00adline har\u200bbour\ufeff plan\u200d", false)).toBe("Twoline harbour plan");
  expect(lineText("One\ntwo\u2028three\u2029four\vfive", false)).toBe("One two three four five");
  expect(lineText("One\u2029two", true)).toBe("One\ntwo");
});

it("keeps the joiners that a script or a picture sign needs", () => {
  for (const text of ["می\u200cروم", "👩\u200d🚒 on call", "Fin\u00a0: oui"]) expect(lineText(text, false)).toBe(text);
});
