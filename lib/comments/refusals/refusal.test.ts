import { describe, expect, it } from "vitest";
import { languageCodes } from "@/db/vocabulary";
import { inLanguage, refusal, type RefusalReason, refusalWords, sentenceOf, wrongFields } from "@/lib/comments/refusals/refusal";
import { notFound, rateLimited, unauthenticated, unavailable } from "@/lib/kernel/failure";

const reasons = Object.keys(refusalWords.en) as RefusalReason[];
const gaps = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

describe.each(languageCodes)("in %s", (language) => {
  it("every refusal has its sentence, with the same numbers in it", () => {
    expect(Object.keys(refusalWords[language]).sort()).toEqual([...reasons].sort());
    for (const reason of reasons) expect(gaps(refusalWords[language][reason]), reason).toEqual(gaps(refusalWords.en[reason]));
  });

  it("no refusal is in another language, and none has a gap left", () => {
    for (const reason of reasons) {
      const said = sentenceOf({ reason, values: { most: 5000, least: 2, length: 5001, wait: 3, error: "١٢٣" } }, language);
      expect(said).toMatch(/.{8}[.]$/u);
      expect(said).not.toMatch(/[{}]/);
      if (language !== "en") expect(refusalWords[language][reason]).not.toBe(refusalWords.en[reason]);
      if (language === "fa" || language === "ar") expect(said.replace("name@example.org", "")).not.toMatch(/[a-z0-9]/i);
    }
  });
});

describe("a failure under a Persian story", () => {
  it("names each wrong field, and all of them above", () => {
    const failure = inLanguage(wrongFields("who", { name: { reason: "name_missing", values: { least: 2 } }, email: { reason: "email_wrong" } }), "fa");
    expect(failure).toMatchObject({ reason: "who", fields: { name: "نام خود را به خوانندگان بگویید، دست‌کم با ۲ نویسه.", email: expect.stringContaining("name@example.org") } });
    expect(failure.message).toBe(Object.values(failure.fields ?? {}).join(" "));
    expect(failure).not.toHaveProperty("problems");
  });

  it("says its own sentence above where the field has another", () => {
    expect(inLanguage(refusal("invalid", "robot", { problems: { website: { reason: "website_filled" } } }), "fa")).toMatchObject({ message: refusalWords.fa.robot, fields: { website: refusalWords.fa.website_filled } });
  });

  it("of the machinery is said in Persian too, with how long to wait and the number of the error", () => {
    expect(inLanguage(rateLimited("too_often", "…", { retryAfter: 2400 }), "fa").message).toContain("۴۰ دقیقه");
    expect(inLanguage(refusal("invalid", "early", { retryAfter: 3 }), "fa").message).toContain("۳ ثانیه");
    expect(inLanguage(notFound("not_found", "…"), "fa").message).toBe(refusalWords.fa.story_gone);
    expect(inLanguage(unauthenticated("signed_out", "…"), "fa").message).toBe(refusalWords.fa.sign_in);
    expect(inLanguage(unavailable("surprise", "…", { values: { error: "ab12" } }), "fa").message).toContain("ab12");
    expect(inLanguage(unavailable("nobody_knows", "…"), "fa").message).not.toMatch(/[a-z]/i);
  });
});
