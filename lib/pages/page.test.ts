import { expect, it } from "vitest";
import { pageBody, pageSlugProblem, pageState, saysSomething } from "@/lib/pages/page";
import { policyAddresses } from "@/lib/pages/purposes";

const blocksOf = (typed: string) => {
  const read = pageBody(typed);
  return "body" in read ? read.body.content.map((block) => block.type) : read.problem;
};

it("reads headings, lists, quotations and paragraphs, one a line", () => {
  expect(blocksOf("One.\nTwo.\n\n## Who\n\n- a\n- b\n\n1. c\n\n> said")).toEqual(["paragraph", "paragraph", "heading", "bulletList", "orderedList", "blockquote"]);
});

it("keeps what looks like HTML as the letters it is, and lets no address run a script", () => {
  const read = pageBody('<script>alert(1)</script> [press](javascript:alert(1)) [here](/corrections "x")');
  if (!("body" in read)) throw new Error(read.problem);
  const text = JSON.stringify(read.body);
  expect(text).toContain("<script>alert(1)</script> ");
  expect(text).not.toContain("javascript:alert(1)\"}");
  expect(text).not.toMatch(/"href":"javascript/);
});

it("refuses a heading whose rank is missing above it, and says which", () => {
  expect(blocksOf("### Who\n\nWe.")).toContain("“Who” is a heading of a lower rank");
  expect(blocksOf("## Who\n\n#### We")).toContain("“We” is a heading");
  expect(blocksOf("## Who\n\n### We\n\n## More")).toHaveLength(3);
});

it("takes no text that the document of a story could not hold", () => {
  expect(blocksOf("a\n".repeat(2001))).toContain("too long");
});

it("tells an empty page from one that says something", () => {
  const says = (typed: string) => {
    const read = pageBody(typed);
    return "body" in read && saysSomething(read.body);
  };
  expect([says(""), says("  \n\n"), says("We.")]).toEqual([false, false, true]);
});

it("says how a page stands before readers", () => {
  const at = new Date();
  expect(pageState({ publishedRevisionId: null, firstPublishedAt: null }, "b")).toBe("draft");
  expect(pageState({ publishedRevisionId: "b", firstPublishedAt: at }, "b")).toBe("published");
  expect(pageState({ publishedRevisionId: "a", firstPublishedAt: at }, "b")).toBe("changed");
  expect(pageState({ publishedRevisionId: null, firstPublishedAt: at }, "b")).toBe("withdrawn");
});

it.each([["", "needs a letter"], ["Über uns", "We suggest “uber-uns”"], ["a/b", "We suggest “a-b”"], ["taken", "stands at “/about/taken” already"]])("refuses the address %j", (slug, said) => {
  expect(pageSlugProblem(slug, [{ slug: "taken" }])).toContain(said);
});

it("tells machines each policy under its own name, and nothing of pages that are none", () => {
  expect(policyAddresses([{ slug: "who", purpose: "masthead" }, { slug: "آداب", purpose: "ethics" }, { slug: "privacy", purpose: "plain" }, { slug: "us", purpose: "about" }], "https://paper.example")).toEqual({
    masthead: "https://paper.example/about/who",
    ethicsPolicy: `https://paper.example/about/${encodeURIComponent("آداب")}`,
  });
});
