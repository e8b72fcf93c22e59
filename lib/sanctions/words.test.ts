import { describe, expect, it } from "vitest";
import { languageCodes, reasonCodes, sanctionKinds, sweepSpans } from "@/db/vocabulary";
import { liftedLetter, sanctionLetter } from "@/lib/sanctions/letter";
import { sanctionWords } from "@/lib/sanctions/words";

const endsAt = new Date("2026-12-24T17:30:00Z");
const to = { paper: "The Gannet", timeZone: "Europe/Copenhagen", name: "Nell", guest: true, own: "https://gannet.example/account/comments" };

describe.each(languageCodes)("in %s", (language) => {
  it("every sanction, reason and sweep is told whole, without a gap, and in no other language", () => {
    for (const kind of sanctionKinds)
      for (const end of [endsAt, null])
        for (const reason of reasonCodes)
          for (const swept of [...sweepSpans, null]) {
            const letter = sanctionLetter({ kind, unconfirmed: false, endsAt: end, reason, message: "—", swept }, to, language);
            const text = `${letter.subject}\n${letter.text}`;
            expect(text).not.toMatch(/[{}]|undefined/);
            expect(text).toContain("The Gannet");
            expect(text).toContain(sanctionWords[language].reasons[reason]);
            if (language === "fa" || language === "ar") expect(text.replaceAll(/The Gannet|Nell|https\S+/g, "")).not.toMatch(/[a-z0-9]/i);
            if (end && kind !== "warn") expect(text).toMatch(language === "fa" ? /۱۸:۳۰/ : language === "ar" ? /٦:٣٠/ : /18:30/);
          }
    for (const kind of sanctionKinds) expect(liftedLetter({ kind, message: "", broughtBack: true }, to, language).text).not.toMatch(/[{}]|undefined/);
  });

  it("has its own words", () => {
    if (language === "en") return;
    const other = JSON.stringify(sanctionWords[language]);
    for (const sentence of [...Object.values(sanctionWords.en.lifted), ...Object.values(sanctionWords.en.swept), sanctionWords.en.who, sanctionWords.en.heading]) expect(other).not.toContain(sentence);
  });
});

it("a ban that waits for a second moderator is told as the suspension that it is meanwhile", () => {
  const told = (unconfirmed: boolean) => sanctionLetter({ kind: "ban", unconfirmed, endsAt, reason: "hate", message: "", swept: null }, { ...to, guest: false }, "en").text;
  expect(told(true)).toContain("you may not take part");
  expect(told(true)).not.toContain("excluded");
  expect(told(false)).toContain("excluded");
});
