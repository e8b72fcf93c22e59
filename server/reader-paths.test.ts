import fc from "fast-check";
import { expect, it } from "vitest";
import { closedToRobots } from "@/lib/settings/crawlers";
import { isReadable, personal, properAddress, readerKey } from "@/server/reader-paths";

it.each<[string, string | null]>([
  ["/town/", "/town"],
  ["/town/night-ferry-vote/", "/town/night-ferry-vote"],
  ["/town//night-ferry-vote", "/town/night-ferry-vote"],
  ["/town/?before=x&utm=y", "/town?before=x&utm=y"],
  ["/feeds/rss.xml/", "/feeds/rss.xml"],
  ["/comments/a-key/", "/comments/a-key"],
  ["/%D8%A8/", "/%D8%A8"],
  ["/", null],
  ["/?q=/", null],
  ["/town", null],
  ["/town/night-ferry-vote", null],
  // Not public pages: their own doors answer.
  ["/desk/", null],
  ["/api/viewer/", null],
  ["/%74own", "/town"],
  ["/town/night%2Dferry-vote?c=x", "/town/night-ferry-vote?c=x"],
  ["/%d8%a8", "/%D8%A8"],
  ["/tags/e%CC%81t%C3%A9", "/tags/%C3%A9t%C3%A9"],
  ["/%40ines", "/@ines"],
  ["/@ines", null],
  ["/town/it's", null],
  // What is escaped here means something else than the sign itself.
  ["/town%2Fnight-ferry-vote", null],
  ["/%2574own", null],
])("a page of the paper has one spelling: %s → %s", (address, tidy) => {
  expect(properAddress("GET", address)).toBe(tidy);
  expect(properAddress("HEAD", address)).toBe(tidy);
});

/** One way among many to write the same part of a path. */
const spelledAnyhow = (part: string) =>
  fc.tuple(...[...part].map((sign) => fc.constantFrom(...new Set([sign, encodeURIComponent(sign), [...Buffer.from(sign)].map((byte) => `%${byte.toString(16)}`).join(""), [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join("")])))).map((signs) => signs.join(""));
const segment = fc.string({ unit: fc.constantFrom("a", "z", "7", "-", "é", "ف", "ی", "د", "@", ":", "'", ",", "~"), minLength: 1, maxLength: 12 }).filter((part) => part.normalize("NFC") === part);

it("brings every spelling of an address to one and the same, in one step, and keeps one page of it", () => {
  const spelled = fc.array(segment, { minLength: 1, maxLength: 3 }).chain((parts) => fc.tuple(fc.constant(parts), fc.tuple(...parts.map(spelledAnyhow)), fc.constantFrom("", "/", "?utm=1")));
  fc.assert(
    fc.property(spelled, ([parts, spelling, end]) => {
      const asWritten = `/${parts.map((part) => encodeURIComponent(part)).join("/")}`;
      const canonical = properAddress("GET", asWritten) ?? asWritten;
      const address = `/${spelling.join("/")}${end}`;
      const stands = properAddress("GET", address) ?? address;
      // As the parser writes it: letters that nobody escaped are escaped there.
      expect(new URL(stands, "http://paper.invalid").pathname).toBe(new URL(canonical, "http://paper.invalid").pathname);
      expect(properAddress("GET", stands), "no second step").toBeNull();
      expect(readerKey("GET", stands)).toBe(readerKey("GET", canonical));
    }),
  );
});

it("answers whatever somebody types: nothing that can be read throws, nothing leads away, nothing leads in a circle", () => {
  const signs = fc.string({ unit: fc.constantFrom("/", "%", "2", "5", "F", "e", ".", "\\", ";", "@", "?", "&", "=", "%2e", "%2F", "%5c", "%00", "%C3%A9", "%c3", "a", "é", "\u202e"), maxLength: 30 });
  fc.assert(
    fc.property(signs, (rest) => {
      const address = `/${rest}`;
      if (!/^\/(?![/\\])/.test(address) || !isReadable(readerKey("GET", address) ?? address)) return;
      const to = properAddress("GET", address);
      if (to === null) return;
      expect(new URL(to, "https://paper.example").origin).toBe("https://paper.example");
      expect(properAddress("GET", to)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

it.each(["/.//", "/town/..//", "/.//evil.example/x", "/.//@:99999"])("reads %s as an address of ours, though it looks like a host", (address) => {
  expect(() => [properAddress("GET", address), readerKey("GET", address)]).not.toThrow();
});

it("does not read what is longer than any address", () => {
  const address = `/${"a".repeat(3000)}%ff/`;
  expect([properAddress("GET", address), readerKey("GET", address)]).toEqual([null, "/not/an/address"]);
});

it("moves nobody who posts", () => {
  expect(properAddress("POST", "/comments/")).toBeNull();
});

it.each(["//evil.example/", "///evil.example/", "/.//evil.example/", "/town/..//evil.example/", "/\\evil.example/", "/\\/evil.example/", "/./\\evil.example/", "/%2F/evil.example/", "/\t/evil.example/", "/https://evil.example/"])("sends nobody away from the paper: %s", (address) => {
  const to = properAddress("GET", address);
  if (to !== null) expect(new URL(to, "https://paper.example").origin).toBe("https://paper.example");
});

it.each([
  ["/?c=1&before=2", "/"],
  ["/town?c=1&before=x", "/town?before=x"],
  ["/town/story?before=1&c=x", "/town/story?c=x"],
  ["/tags/ferries?c=1&before=x", "/tags/ferries?before=x"],
  ["/authors/ines?c=1&before=x", "/authors/ines?before=x"],
  ["/archive?before=1&c=1", "/archive"],
  ["/archive/2026-11?before=1&c=1", "/archive/2026-11"],
  ["/corrections?c=1", "/corrections"],
  ["/series/tide?before=1", "/series/tide"],
  ["/about/ethics?before=1", "/about/ethics"],
  ["/sitemaps/0?c=1", "/sitemaps/0"],
  ["/none/of/these?c=1&before=2", "/none/of/these"],
])("makes no second page of what has no pages: %s", (address, key) => {
  expect(readerKey("GET", address)).toBe(key);
});

it("keeps one page of what is saved, whatever hangs on its address", () => {
  expect(readerKey("GET", "/saved")).toBe("/saved");
  expect(readerKey("GET", "/saved?before=x&c=2&utm=y")).toBe("/saved");
});

it.each<[string, string | null]>([
  ["/town/vote?sort=liked&c=x", "/town/vote?c=x&sort=liked"],
  ["/town/vote?show=picks", "/town/vote?show=picks"],
  // Another word is no other page: nobody fills the cache with them.
  ["/town/vote?sort=worst&show=all-of-it", "/town/vote"],
  ["/comments/at/01a2188e-1202-7522-80fb-632d68c109f1?c=x", "/comments/at/01a2188e-1202-7522-80fb-632d68c109f1"],
  ["/comments/now/01a2188e-1202-7522-80fb-632d68c109f1", "/comments/now/01a2188e-1202-7522-80fb-632d68c109f1"],
  ["/comments/words/fa", "/comments/words/fa"],
  // One's own, or for one person: never cached.
  ["/comments/a-key-that-opens-a-comment", null],
  ["/comments/about/01a2188e-1202-7522-80fb-632d68c109f1", null],
  ["/comments/compose", null],
  ["/comments/at/x/y", null],
])("of a discussion the same for everybody: %s → %s", (address, key) => {
  expect(readerKey("GET", address)).toBe(key);
});

it("robots.txt closes every personal page, and leaves open what pages are shown with", () => {
  const shownWith = ["_next", "fonts", "media"];
  expect([...personal].filter((part) => !closedToRobots.some((closed) => closed === part)).sort()).toEqual(shownWith);
});
