import { expect, it } from "vitest";
import { personalDataIn } from "@/lib/moderation/personal-data";

const found = (text: string, story?: string) => personalDataIn(text, story).map(({ kind, from, to, isHint }) => `${isHint ? "perhaps " : ""}${kind}: ${text.slice(from, to)}`);

it.each([
  ["Call him: +49 170 123 45 67, he loves that", ["phone: +49 170 123 45 67"]],
  ["His number is 0171/2345678.", ["phone: 0171/2345678"]],
  ["her office (030) 1234 5678 all day", ["phone: (030) 1234 5678"]],
  ["text (212) 555-0142 or 212.555.7142", ["phone: (212) 555-0142", "phone: 212.555.7142"]],
  ["Just call 555 7142 and ask", ["phone: 555 7142"]],
  ["تلفن او ۰۹۱۲ ۳۴۵ ۶۷۸۹ است", ["phone: ۰۹۱۲ ۳۴۵ ۶۷۸۹"]],
  ["write to nell.quist@post.example about it", ["email: nell.quist@post.example"]],
  ["nell.quist [at] post [dot] example", ["email: nell.quist [at] post [dot] example"]],
  ["His card: 4111 1111 1111 1111", ["card: 4111 1111 1111 1111"]],
  ["Send it to DE89 3704 0044 0532 0130 00 please", ["account: DE89 3704 0044 0532 0130 00"]],
  ["She lives at 12 Harbour Street with her mother", ["home: 12 Harbour Street"]],
  ["Er wohnt in der Hafenstraße 12", ["home: Hafenstraße 12"]],
  ["Il habite 12 rue de la Paix", ["home: 12 rue de la Paix"]],
  ["Su casa está en la calle Mayor, 12", ["home: calle Mayor, 12"]],
  ["12 Harbour Street, Tarn TN1 4AB", ["home: 12 Harbour Street"]],
  ["خانه او در خیابان سعدی، پلاک ۱۲ است", ["home: خیابان سعدی، پلاک ۱۲"]],
])("%s", (text, wanted) => expect(found(text)).toEqual(wanted));

it.each([
  "The fire on Harbour Street was out by nine, and Ferry Lane stayed closed.",
  "In der Hafenstraße wird seit Jahren gebaut; die Kieler Straße ist zu.",
  "La rue de la Paix est fermée depuis 2019, et le quai aussi.",
  "In 2019-2021 the council spent 12,500,000 on it, then 3 141 592 more.",
  "On 12.05.2024 and 2024-05-13, from 18:30 to 19:45, I waited.",
  "01.02.2024 - 03.04.2025 is when the bridge is closed.",
  "It grew by +1 000 000 people, +2 500 000 at most.",
  "Call 112 or 116 117, or 0800 111 0 111: somebody listens all night.",
  "The helpline is +1 800 273 8255, and it is free.",
  "Article 10 (2) of the Convention, and § 130 StGB, say otherwise.",
  "ISBN 978-3-16-148410-0 is the book that I mean.",
  "Of 4111 1111 people 1234 5678 stayed at home.",
  "Write to info@harbour.example or press@tarn.example, as I did.",
  "I read it on @nell@mastodon.example and at https://example.org/@nell.",
  "Results: 102 95 88 76 54, and then 3-2, 2-1, 4-0.",
  "The 1234567890 of votes that you name cannot be right.",
  "We stood on Platz 3 der Tabelle, and later on Startplatz 12.",
  "On 5 November the Lord Mayor opened 3 new schools.",
])("leaves alone what news are full of: %s", (text) => expect(found(text)).toEqual([]));

it("only marks a house of which nobody says that somebody lives there, and nothing that the story says itself", () => {
  expect(found("The shop at 40 Harbour Street closed last week.")).toEqual(["perhaps home: 40 Harbour Street"]);
  expect(found("She lives at 12 Harbour Street.", "The fire began at 12 Harbour Street in Tarn.")).toEqual([]);
  expect(found("Ring +49 170 123 45 67", "Witnesses ring 0049-170/1234567 or +49 170 1234567.")).toEqual([]);
});

it("reads a hostile text at once", () => {
  const began = performance.now();
  for (const text of ["0 ".repeat(2500), "1-".repeat(2500), "a@".repeat(2500), "A Street ".repeat(600), "12 Aa ".repeat(900), `call ${"a".repeat(4990)}`, "a.".repeat(2500), "Calle Aa ".repeat(600)]) personalDataIn(text);
  expect(performance.now() - began).toBeLessThan(1000);
});
