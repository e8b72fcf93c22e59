import { describe, expect, it } from "vitest";
import { afterEdit, mayApproveAgain, mayEdit } from "@/lib/comments/comment";
import { askedDiscussion, discussionAddress } from "@/lib/comments/discussion-view";
import { quoted } from "@/lib/comments/quote";
import { reportReasons, reportsHide, reportWeight, type WeighedReport } from "@/lib/comments/reports";
import { parseComment } from "@/lib/content/comment-markdown";

describe("a report weighs", () => {
  it.each([
    [0, 0, 0, 0.5],
    [1, 0, 0, 1],
    [2, 0, 0, 1.5],
    [3, 0, 0, 2.5],
    [1, 4, 0, 1],
    [1, 5, 0, 1.5],
    [1, 0, 5, 0.5],
    [2, 3, 3, 1.5],
  ] as const)("at trust %i, with %i judged right and %i wrong: %f", (trust, agreed, disagreed, weight) => {
    expect(reportWeight({ trust, agreed, disagreed })).toBe(weight);
  });
});

describe("reports hide a comment", () => {
  const report = (changes: Partial<WeighedReport> = {}): WeighedReport => ({ weight: 1.5, counts: true, who: crypto.randomUUID(), prefix: crypto.randomUUID(), ...changes });
  it("with enough weight, from three people in two networks", () => {
    expect(reportsHide([report(), report(), report()])).toBe(true);
    expect(reportsHide([report({ prefix: "one" }), report({ prefix: "one" }), report({ prefix: "two" })])).toBe(true);
  });
  it.each<[string, WeighedReport[]]>([
    ["too little weight", [report({ weight: 1 }), report({ weight: 1 }), report({ weight: 1.9 })]],
    ["two people, however heavy", [report({ weight: 2.5 }), report({ weight: 2.5 })]],
    ["one person several times", [report({ who: "a", weight: 2.5 }), report({ who: "a", weight: 2.5 }), report({ who: "b", weight: 2.5 })]],
    ["one network", [report({ prefix: "one" }), report({ prefix: "one" }), report({ prefix: "one" })]],
    ["networks that are forgotten", [report({ prefix: null }), report({ prefix: null }), report()]],
    ["young accounts that do not count", [report(), report(), report({ counts: false })]],
  ])("not with %s", (_, reports) => {
    expect(reportsHide(reports)).toBe(false);
  });
  it("for reasons that readers may give", () => {
    expect(reportReasons).toHaveLength(12);
    expect(reportReasons).not.toContain("banned_word");
  });
});

it("a comment may be changed for so many minutes, while nobody decided against it", () => {
  const now = new Date();
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  for (const status of ["held", "published", "approved", "spam"] as const) expect([mayEdit({ status, createdAt: ago(4.9) }, 5, now), mayEdit({ status, createdAt: ago(5.1) }, 5, now), mayEdit({ status, createdAt: now }, 0, now)]).toEqual([true, false, false]);
  for (const status of ["hidden", "rejected", "withdrawn", "purged", "unverified"] as const) expect(mayEdit({ status, createdAt: now }, 60, now)).toBe(false);
  expect(afterEdit({ status: "spam", decidedBy: "ana" }, "published")).toBe("spam");
  expect(afterEdit({ status: "approved", decidedBy: "ana" }, "published")).toBe("published");
  // The pipeline's own doubt goes with the text; what a moderator put back stays for her.
  expect(afterEdit({ status: "held", decidedBy: null }, "published")).toBe("published");
  expect(afterEdit({ status: "held", decidedBy: "ana" }, "published")).toBe("held");
});

it("only what was approved and then reported is approved once more", () => {
  expect([mayApproveAgain("approved", 1), mayApproveAgain("approved", 0), mayApproveAgain("published", 1)]).toEqual([true, false, false]);
});

it("an address asks for what it may ask for, and is written the same way", () => {
  expect(askedDiscussion({})).toEqual({ tab: "all", sort: null });
  expect(askedDiscussion({ show: "picks", sort: "liked" })).toEqual({ tab: "picks", sort: "newest" });
  expect(askedDiscussion({ show: "worst", sort: "worst", c: "x" })).toEqual({ tab: "all", sort: null, cursor: "x" });
  expect(discussionAddress("/town/a", { tab: "all", sort: "newest" }, "newest")).toBe("/town/a#comments");
  expect(discussionAddress("/town/a", { tab: "all", sort: "newest" }, "oldest")).toBe("/town/a?sort=newest#comments");
  expect(discussionAddress("/town/a", { tab: "all", sort: "liked", cursor: "x.y" }, "newest")).toBe("/town/a?c=x.y&sort=liked#comments");
});

it("a quotation holds what somebody said, not what she quoted, and reads as a quotation again", () => {
  const text = quoted(parseComment("> Before me\n\nFirst *words*.\n\nSecond."));
  expect(text).toBe("> First words.\n\n> Second.\n\n");
  expect(parseComment(`${text}No.`).blocks.map((block) => block.type)).toEqual(["quote", "quote", "paragraph"]);
});
