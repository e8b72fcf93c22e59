import { describe, expect, it } from "vitest";
import { guestTrust, type TrustFacts, type TrustLevel, trustLevel } from "@/lib/comments/trust";
import { whyGuestTrusted, whyTrusted } from "@/lib/sanctions/trust-in-words";

const now = new Date("2026-11-20T12:00:00Z");
const days = (number: number) => new Date(now.getTime() - number * 24 * 3_600_000);
const reader = (changes: Partial<TrustFacts> = {}): TrustFacts => ({ staff: false, confirmed: true, since: days(1), shown: 0, last: { settled: 0, rejected: 0 }, rejected: 0, granted: null, ...changes });
const long = { since: days(400), shown: 100, last: { settled: 50, rejected: 0 } };

describe("somebody with an account is known", () => {
  it.each<[string, Partial<TrustFacts>, TrustLevel]>([
    ["not at all with one comment shown", { shown: 1 }, 0],
    ["a little with two", { shown: 2 }, 1],
    ["not before her address is confirmed", { ...long, confirmed: false }, 0],
    ["a little however much she wrote in a month", { shown: 99, since: days(29.9) }, 1],
    ["well with twenty and a month", { shown: 20, since: days(30) }, 2],
    ["not well with nineteen", { shown: 19, since: days(300) }, 1],
    ["well while less than a twentieth was rejected", { shown: 20, since: days(30), last: { settled: 41, rejected: 2 } }, 2],
    ["not well from a twentieth on", { shown: 20, since: days(30), last: { settled: 40, rejected: 2 } }, 1],
    ["best with a hundred and half a year", { ...long, since: days(180) }, 3],
    ["not best before", { ...long, since: days(179.9) }, 2],
    ["not best when one of the last fifty was rejected", { ...long, last: { settled: 50, rejected: 1 } }, 2],
    ["best at once who works here", { staff: true, confirmed: false, rejected: 20 }, 3],
    ["as a moderator granted", { granted: 2 }, 2],
    ["as she earned where that is more", { ...long, granted: 1 }, 3],
    ["as a moderator granted, without a confirmed address", { granted: 1, confirmed: false }, 1],
    ["one lower with four of the last twenty rejected", { shown: 30, rejected: 4 }, 0],
    ["no lower with three", { shown: 30, rejected: 3 }, 1],
    ["one lower whatever was granted", { granted: 3, rejected: 4 }, 2],
    ["never less than not at all", { rejected: 20 }, 0],
  ])("%s", (_, facts, level) => {
    expect(trustLevel(reader(facts), now)).toBe(level);
  });

  it("and moderators read why", () => {
    expect(whyTrusted(reader({ shown: 3, since: days(10), last: { settled: 4, rejected: 1 } }), now)).toBe("3 comments shown for a day or longer, an account for 10 days, 1 of the last 4 rejected. 2 asks for 20 comments, 30 days and less than 5\u00a0% rejected.");
    expect(whyTrusted(reader({ confirmed: false }), now)).toBe("0 comments shown for a day or longer, an account for 1 day, 0 of the last 0 rejected. The address was never confirmed. 1 asks for 2 comments.");
    expect(whyTrusted(reader({ granted: 3, rejected: 4 }), now)).toMatch(/ A moderator granted 3\. One lower: 4 of the last 20 decided were rejected\.$/);
    expect(whyTrusted(reader(long), now)).toMatch(/^100 comments or more .* rejected\.$/);
    expect(whyTrusted(reader({ staff: true }), now)).toBe("Works here.");
  });
});

it("a guest is known a little after three from a confirmed address, and never better", () => {
  expect([2, 3, 300].map((approved) => guestTrust({ confirmed: true, approved }))).toEqual([0, 1, 1]);
  expect(guestTrust({ confirmed: false, approved: 300 })).toBe(0);
  expect([whyGuestTrusted({ confirmed: false, approved: 3 }), whyGuestTrusted({ confirmed: true, approved: 2 }), whyGuestTrusted({ confirmed: true, approved: 3 })]).toEqual([expect.stringMatching(/^Never confirmed/), expect.stringMatching(/^2 of 3 approved/), expect.stringMatching(/^3 approved .* no longer/)]);
});
