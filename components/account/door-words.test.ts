import { expect, it } from "vitest";
import { doorWords, refusalIn } from "@/components/account/door-words";
import { languageCodes } from "@/db/vocabulary";
import { invalid } from "@/lib/kernel/failure";

it.each(languageCodes.filter((code) => code !== "en"))("%s says every word of the account, and none of them in English", (language) => {
  const english = Object.entries(doorWords.en).filter(([, word]) => typeof word === "string");
  for (const [key, word] of english) {
    const said = doorWords[language][key as "signIn"];
    expect(said, key).not.toBe("");
    if (key !== "name") expect(said, key).not.toBe(word);
  }
  for (const [key, word] of Object.entries(doorWords[language].refusals)) expect(word, key).not.toBe("");
});

it("a refusal is said in the language of the page, in each field that is wrong, and as it came where that is English", () => {
  const weak = invalid("weak_password", "Use at least 10 characters.", { fields: { password: "Use at least 10 characters." } });
  expect(refusalIn("en", weak)).toBe(weak);
  expect(refusalIn("de", weak)).toMatchObject({ code: "invalid", reason: "weak_password", message: doorWords.de.refusals.weak_password, fields: { password: doorWords.de.refusals.weak_password } });
  expect(refusalIn("fa", invalid("invalid_input", "Something is wrong.")).message).toBe(doorWords.fa.refusals.other);
});
