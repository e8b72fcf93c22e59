import { expect, it } from "vitest";
import { sentences } from "@/components/reader/enhance/story-aloud";

it("reads sentence by sentence, in the language of the text", () => {
  expect(sentences("The boat\n  left at 9.30 a.m. on Monday.  Nobody waved!", "en")).toEqual(["The boat left at 9.30 a.m. on Monday.", "Nobody waved!"]);
  expect(sentences("کشتی رفت. چه کسی ماند؟ هیچ‌کس.", "fa")).toEqual(["کشتی رفت.", "چه کسی ماند؟", "هیچ‌کس."]);
  expect(sentences("  \n ", "de")).toEqual([]);
});

it("reads passages whose language nobody named", () => {
  expect(sentences("Ein Satz. Noch einer.", "")).toEqual(["Ein Satz.", "Noch einer."]);
});
