import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type Accent, accents } from "@/db/vocabulary";
import { accentInks, canBeDrawn, cardAddress, cardAt, cardName, cardSize, inOurSigns, listCard, ofThePaper, paperCard, type SocialCard, storyCard } from "@/lib/cards/card";
import { drawCard } from "@/lib/cards/draw-card";
import { paperSettings } from "@/lib/settings/paper";

const paper = { ...paperSettings(null), name: "The Halyard" };
const story = (headline: string, changes: Partial<Parameters<typeof storyCard>[1]> = {}) => storyCard(paper, { headline, language: "en", section: { name: "Town", accent: "town" }, kicker: "", ...changes });

/** Where on a card something is printed, and how much of it, apart from the band at its top. */
async function printed(card: SocialCard) {
  const { data, info } = await sharp(await drawCard(card)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const box = { left: info.width, right: 0, top: info.height, bottom: 0, dots: 0 };
  for (let y = 150; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      if ((data[(y * info.width + x) * info.channels] ?? 255) > 200) continue;
      box.dots += 1;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

describe("a card's name", () => {
  it("changes with what stands on it, and with nothing else", () => {
    expect(cardName(story("The last boat"))).toBe(cardName(story("The last boat")));
    const names = [story("The last boat"), story("The last boats"), story("The last boat", { kicker: "Ferries" }), story("The last boat", { language: "de" }), story("The last boat", { section: { name: "Town", accent: "sport" } }), listCard(paper, { name: "The last boat", says: "" }), paperCard(paper)].map(cardName);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is read back from its address, and from nothing that only looks like one", () => {
    const place = { of: "story" as const, id: "0190b5a0-0000-7000-8000-000000000001" };
    expect(cardAt(cardAddress(place, story("x")))).toEqual({ ...place, name: cardName(story("x")) });
    expect(cardAt(cardAddress(ofThePaper, paperCard(paper)))).toMatchObject(ofThePaper);
    for (const path of ["/media/cards/story/1/x.png", `/media/cards/nothing/${place.id}/${"a".repeat(20)}.png`, `/media/cards/paper/${place.id}/${"a".repeat(20)}.png`, `/media/cards/story/${place.id}/../../x.png`]) expect(cardAt(path), path).toBeNull();
  });
});

describe("a drawn card", () => {
  it("has the size and the weight that social sites ask", async () => {
    const png = await drawCard(story("Council votes to keep the night ferry until the spring, by one vote"));
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...cardSize });
    expect(png.length).toBeLessThan(100_000);
  });

  it("keeps within its margins, whatever the headline", async () => {
    for (const headline of ["I", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(3), "One word after another ".repeat(30), "<b>&amp; “quoted”</b> & <i>", "کتابخانهٔ بندر پس از یازده ماه دوباره درهایش را باز کرد ".repeat(4)]) {
      const { left, right, bottom } = await printed(story(headline));
      expect(left, headline).toBeGreaterThanOrEqual(64);
      expect(right, headline).toBeLessThanOrEqual(1200 - 64);
      expect(bottom, headline).toBeLessThanOrEqual(630 - 50);
    }
  });

  it("begins on the right where the story does, with its letters joined", async () => {
    const arabic = await printed(story("الضباب يوقف العبّارات", { language: "ar", section: { name: "المدينة", accent: "town" } }));
    expect(arabic.right).toBeGreaterThan(1200 - 90);
    const apart = await printed(story([..."الضباب"].join(" "), { language: "ar", section: { name: "", accent: "town" } }));
    const joined = await printed(story("الضباب", { language: "ar", section: { name: "", accent: "town" } }));
    expect(joined.right - joined.left).toBeLessThan((apart.right - apart.left) * 0.8);
    expect((await printed(story("The last boat"))).left).toBeLessThan(90);
  });

  it("keeps a headline of which one sign is foreign, and leaves that sign out: a picture without a trace, a word not", async () => {
    expect(inOurSigns("🚢 The last boat")).toBe("The last boat");
    expect(inOurSigns("Mayor of 東京 sails on, again")).toBe("Mayor of … sails on, again");
    expect(inOurSigns("Boats 🚢, trams 🚋")).toBe("Boats, trams");
    expect(inOurSigns("Nguyễn’s ﬁrst ferry")).toBe("Nguyên’s first ferry");
    expect(inOurSigns("\u2009L’été\u202f: un\u2011deux")).toBe("\u00a0L’été\u00a0: un-deux");
    expect(await drawCard(story("🚢 The last boat"))).toEqual(await drawCard(story("The last boat")));
  });

  it("leaves a headline out of which it could only draw the half", () => {
    for (const headline of ["東京", "Привет НАТО", "NATO и Россия", "🚢🚢", "東京 GDP 株価"]) expect(inOurSigns(headline), headline).toBe("");
    expect(inOurSigns("")).toBe("");
  });

  it("that was drawn whole keeps its name, and one with a foreign sign is drawn anew", () => {
    const named = (headline: string) => cardName({ paper: "P", kicker: "", headline, below: "", accent: "#000", language: "en", paperLanguage: "en" });
    expect(named("The last boat")).toBe(createHash("sha256").update(JSON.stringify([1, "P", "", "The last boat", "", "#000", "en", "en"])).digest("hex").slice(0, 20));
    expect(named("The last boat 🚢")).toBe(createHash("sha256").update(JSON.stringify([2, "P", "", "The last boat 🚢", "", "#000", "en", "en"])).digest("hex").slice(0, 20));
  });

  it("says whence it is where our faces cannot spell the headline: never boxes", async () => {
    expect(["東京", "Привет", "🚢 ahoy"].map(canBeDrawn)).toEqual([false, false, false]);
    expect(canBeDrawn("L’été à Ørin — “no”… ۱۲۳ کتاب")).toBe(true);
    expect(await drawCard(story("東京"))).toEqual(await drawCard(story("Привет")));
    expect((await printed(story("東京"))).dots).toBeGreaterThan(1000);
    expect(await sharp(await drawCard({ ...story("東京"), paper: "東京", kicker: "京" })).metadata()).toMatchObject(cardSize);
  });
});

it("the inks are the tokens' accents of the light page", () => {
  const tokens = readFileSync("components/ui/tokens.css", "utf8");
  const token = (accent: Accent) => new RegExp(`--accent${accent === "plain" ? "" : `-${accent}`}: light-dark\\((#[0-9a-f]+)`).exec(tokens)?.[1];
  // Whoever changes a token changes the cards' colour with it.
  expect(Object.fromEntries(accents.map((accent) => [accent, token(accent)]))).toEqual(accentInks);
});
