import { expect, it } from "vitest";
import { lookNames, looks, previewPath } from "@/lib/articles/looks";
import { searchTitle, shortened, socialTitle } from "@/lib/articles/outside-titles";

it("takes the shorter headline where the story has one, and the headline where not", () => {
  const story = { headline: "The last boat home leaves earlier", searchHeadline: "", socialHeadline: "" };
  expect(searchTitle(story, "The Halyard")).toBe("The last boat home leaves earlier · The Halyard");
  expect(socialTitle(story)).toBe("The last boat home leaves earlier");
  const shorter = { ...story, searchHeadline: "Last boat times", socialHeadline: "Miss it and swim" };
  expect(searchTitle(shorter, "The Halyard")).toBe("Last boat times · The Halyard");
  expect(socialTitle(shorter)).toBe("Miss it and swim");
});

it("shortens between words, and leaves alone what is short enough", () => {
  expect(shortened("The last boat home", 70)).toBe("The last boat home");
  expect(shortened("The last boat home leaves earlier", 20)).toBe("The last boat home…");
  expect([...shortened("کتابخانه".repeat(20), 70)].length).toBeLessThanOrEqual(70);
});

it("gives each look an address, bare or with its strip", () => {
  expect(looks.map((look) => previewPath("a", look))).toEqual(["/desk/articles/a/preview", ...looks.slice(1).map((look) => `/desk/articles/a/preview?as=${look}`)]);
  expect(previewPath("a", "page", true)).toBe("/desk/articles/a/preview?bare=");
  expect(previewPath("a", "feed", true)).toBe("/desk/articles/a/preview?as=feed&bare=");
  expect(new Set(Object.values(lookNames)).size).toBe(looks.length);
});
