import { describe, expect, it } from "vitest";
import { commentStatuses, languageCodes, useKinds, useStates } from "@/db/vocabulary";
import { declarationOf, questionLetter } from "@/lib/newsroom/question";
import { isMarkable, mayStep, needsConsent, useSteps } from "@/lib/newsroom/use";
import { askedWords } from "@/lib/newsroom/words";

describe("what the newsroom makes of a comment", () => {
  it("is used only once its author agreed, but for a report of an error, which asks nobody", () => {
    const used = useKinds.map((kind) => [kind, useStates.filter((state) => mayStep("use", { kind, state }))]);
    expect(used).toEqual([["letter", ["agreed"]], ["lead", ["agreed"]], ["correction", ["noted"]]]);
    expect(useKinds.filter(needsConsent)).toEqual(["letter", "lead"]);
  });

  it("never asks again whoever refused or took her word back", () => {
    for (const kind of useKinds) for (const state of ["refused", "withdrawn", "used", "closed"] as const) expect(mayStep("ask", { kind, state }), `${kind} ${state}`).toBe(false);
  });

  it("lets no state be a dead end but what was used of a letter or a lead", () => {
    const stuck = useKinds.flatMap((kind) => useStates.filter((state) => useSteps.every((step) => !mayStep(step, { kind, state }))).map((state) => `${kind} ${state}`));
    expect(stuck).toEqual(["letter used", "lead used", "correction asked", "correction agreed", "correction refused", "correction withdrawn"]);
  });

  it("is nothing of what is spam, unconfirmed or gone", () => {
    expect(commentStatuses.filter(isMarkable)).toEqual(["held", "published", "approved", "hidden", "rejected"]);
  });
});

describe("the question", () => {
  const of = { paper: "The Gannet", name: "Nell {headline}", headline: "Boats", words: "First line.\n\nSecond line.", link: "https://paper.example/comments/asked/abc" };

  it.each(languageCodes)("says in %s who asks, what, with which words and how to answer, and fills in nothing twice", (language) => {
    for (const kind of ["letter", "lead"] as const) {
      const { subject, text } = questionLetter(kind, { ...of, words: kind === "letter" ? of.words : "" }, language);
      for (const part of ["The Gannet", "Nell {headline}", "Boats", of.link, ...(kind === "letter" ? ["First line.", "Second line."] : [])]) expect(subject + text, part).toContain(part);
      expect(text.replace("Nell {headline}", "")).not.toMatch(/[{}]/);
      expect(declarationOf(kind, of, language)).toContain("The Gannet");
      expect(questionLetter(kind, { ...of, headline: "" }, language).text).not.toMatch(/«»|“”|„“|« »/);
    }
  });

  it.each(languageCodes)("has all words in %s", (language) => {
    const missing = (value: unknown): boolean => (typeof value === "string" ? value.trim() === "" : Object.values(value as object).some(missing));
    expect(missing(askedWords[language])).toBe(false);
  });
});
