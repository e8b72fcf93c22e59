import { expect, it } from "vitest";
import { whyNotAgain } from "@/lib/mail/mail";

const now = new Date("2026-11-26T12:00:00Z");
const whole = { state: "failed", hasLetter: true, goodUntil: null } as const;

it.each([
  [whole, true, null],
  [{ ...whole, state: "kept" }, true, null],
  [{ ...whole, goodUntil: new Date("2026-11-26T12:00:01Z") }, true, null],
  [{ ...whole, goodUntil: now }, true, "The link in it does not work any more."],
  [{ ...whole, hasLetter: false }, true, "What it said has been forgotten."],
  [whole, false, "No mail server is set."],
  [{ ...whole, state: "waiting" }, true, "This mail is on its way, or has gone out already."],
  [{ ...whole, state: "sent" }, true, "This mail is on its way, or has gone out already."],
] as const)("whether %j can be sent again, a server there: %s", (mail, hasServer, why) => {
  expect(whyNotAgain(mail, { hasServer, now })).toBe(why);
});
