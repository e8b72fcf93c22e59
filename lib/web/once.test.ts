import { expect, it } from "vitest";
import { onceFor } from "@/lib/web/once";

it("tells apart what two buttons of one form ask for, and the same press twice not", () => {
  const one = onceFor("form", "block:1");
  expect(onceFor("form", "block:1")).toEqual(one);
  expect(onceFor("form", "block:2")).not.toEqual(one);
  expect(onceFor(undefined, "block:1")).toEqual({});
});
