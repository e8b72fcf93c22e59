import { expect, it } from "vitest";
import { readerKey, withoutSlash } from "@/server/reader-paths";

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
])("an address of the paper has no slash too many: %s → %s", (address, tidy) => {
  expect(withoutSlash("GET", address)).toBe(tidy);
  expect(withoutSlash("HEAD", address)).toBe(tidy);
});

it("moves nobody who posts", () => {
  expect(withoutSlash("POST", "/comments/")).toBeNull();
});

it.each(["//evil.example/", "///evil.example/", "/.//evil.example/", "/town/..//evil.example/", "/\\evil.example/", "/\\/evil.example/", "/./\\evil.example/", "/%2F/evil.example/", "/\t/evil.example/", "/https://evil.example/"])("sends nobody away from the paper: %s", (address) => {
  const to = withoutSlash("GET", address);
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
