import { expect, it } from "vitest";
import { picturesAreComing, untilHere } from "@/components/desk/editor/pictures/picture-queue";

it("a picture out of a paste is on its way until it is there or has failed", async () => {
  expect(picturesAreComing()).toBe(false);
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const coming = [untilHere(first.promise), untilHere(second.promise)];
  expect(picturesAreComing()).toBe(true);
  first.resolve("here");
  expect(await coming[0]).toBe("here");
  expect(picturesAreComing()).toBe(true);
  second.reject(new Error("the line is down"));
  await expect(coming[1]).rejects.toThrow("the line is down");
  expect(picturesAreComing()).toBe(false);
});
