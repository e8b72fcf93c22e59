import { describe, expect, it } from "vitest";
import { commentStatuses, languageCodes, useKinds, useStates } from "@/db/vocabulary";
import { bodyText } from "@/lib/content/to-text";
import { letterStands, storyOfLetter, withLetter } from "@/lib/newsroom/letter-in-print";
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

  it("lets no state be a dead end but of a lead that was followed", () => {
    const stuck = useKinds.flatMap((kind) => useStates.filter((state) => useSteps.every((step) => !mayStep(step, { kind, state }))).map((state) => `${kind} ${state}`));
    expect(stuck).toEqual(["lead used", "correction asked", "correction agreed", "correction refused", "correction withdrawn"]);
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

describe("a letter in a story", () => {
  const letter = { words: "The lease was never signed, said my uncle.\n\nHe was there that day, and so was I.", signedAs: "Nell Quist, Harbour Row", language: "en" as const };
  const story = storyOfLetter(letter);
  const text = (...lines: string[]) => ({ body: { type: "doc" as const, content: lines.map((line) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text: line }] })) }, bylines: [] });

  it("stands as its author agreed to it in a story of its own, and at the end of one", () => {
    expect(letterStands(letter, story)).toBe("as agreed");
    expect(letterStands(letter, { ...text(), body: withLetter(text("Before.").body, letter) })).toBe("as agreed");
    expect(bodyText(withLetter(text("Before.").body, letter))).toContain("Before.");
  });

  it("is the same however the house sets it, with whatever stands between its paragraphs", () => {
    const quoted = { ...letter, words: 'It\'s "his" word - no more than that.' };
    expect(letterStands(quoted, text("It’s “his” word – no more than that.", "Nell Quist, Harbour Row"))).toBe("as agreed");
    expect(letterStands(letter, text("The lease was never signed, said my uncle.", "A crosshead", "He was there that day, and so was I.", "NELL: Nell Quist, Harbour Row"))).toBe("as agreed");
    expect(letterStands({ ...letter, words: "هرگز امضا نشد. عمویم آنجا بود.", signedAs: "نل" }, text("هرگز امضا نشد؛ عمویم آنجا بود!", "نل"))).toBe("as agreed");
  });

  it("stands otherwise once it is shortened, changed, or without her name", () => {
    expect(letterStands(letter, { ...story, body: text("The lease was never signed, said my uncle.").body })).toBe("otherwise");
    expect(letterStands(letter, { ...story, body: text("The lease was signed, said my uncle.", "He was there that day, and so was I.").body })).toBe("otherwise");
    expect(letterStands(letter, { ...story, bylines: [] })).toBe("otherwise");
    expect(letterStands(letter, text("We hear that the lease was never signed, said my uncle. Fine."))).toBe("otherwise");
    expect(letterStands(letter, { ...story, body: text("Soon.").body })).toBe("otherwise");
  });

  it("is gone where neither her words nor her name are there, also where it was very short", () => {
    expect(letterStands(letter, text("Something else. The lease was never found."))).toBe("gone");
    expect(letterStands({ words: "Never.", signedAs: "Nell Quist" }, text("It was Never so."))).toBe("otherwise");
    expect(letterStands({ words: "Never!", signedAs: "Nell Quist" }, text("It was not so."))).toBe("gone");
    expect(letterStands({ words: "…", signedAs: "Nell Quist" }, text("It was not so."))).toBe("gone");
    expect(letterStands({ words: "…", signedAs: "…" }, text("It was not so."))).toBe("gone");
  });
});
