import { expect, it } from "vitest";
import { commentSettings } from "@/lib/comments/settings";
import { fingerprintOf } from "@/lib/moderation/fingerprint";

const distance = (left: bigint | null, right: bigint | null): number => {
  if (left === null || right === null) throw new Error("This text is too short to be told apart.");
  return [...BigInt.asUintN(64, left ^ right).toString(2)].filter((bit) => bit === "1").length;
};

const advert = "Last winter my cousin in Tarn lost everything, and then she met Doctor Osei, who showed her how to earn nine hundred a week from home with only a telephone. Ask him for his little book, it costs nothing, and tell him that I sent you. He answers everybody within the day, and whoever begins this month pays no fee at all.";

it("knows a text again whose case, marks, punctuation or single words are others", () => {
  const known = fingerprintOf(advert);
  expect(distance(known, fingerprintOf(advert.toUpperCase().replaceAll(",", " –")))).toBe(0);
  expect(distance(known, fingerprintOf(`${advert} !!!`))).toBe(0);
  expect(distance(known, fingerprintOf(advert.replace("nine hundred", "niñé hundred")))).toBe(0);
  const words = advert.split(" ");
  const changed = words.map((_, place) => distance(known, fingerprintOf(words.with(place, "otherwise").join(" "))));
  expect(changed.toSorted((left, right) => left - right)[Math.floor(words.length / 2)]).toBeLessThanOrEqual(3);
  expect(changed.filter((bits) => bits <= commentSettings.nearlySame.bits).length / words.length).toBeGreaterThan(0.9);
});

it("tells texts apart that only speak of the same thing", () => {
  const other = "My cousin in Tarn works from home with a telephone, too. She earns less than nine hundred a week, pays no fee to anybody, and wrote a little book about what everybody should ask before they begin. It is in the library, and whoever wants to know how she did it may ask her there within the month, since she answers everybody.";
  expect(distance(fingerprintOf(advert), fingerprintOf(other))).toBeGreaterThan(2 * commentSettings.nearlySame.bits);
});

it("has nothing to say of a few words, and fits into PostgreSQL's eight bytes in any script", () => {
  expect(fingerprintOf("I agree with that entirely, thank you")).toBeNull();
  const persian = fingerprintOf("کشتی شبانه باید تا صبح رفت و آمد کند چون مردم شهر به آن نیاز دارند");
  expect(BigInt.asIntN(64, persian ?? 0n)).toBe(persian);
});
