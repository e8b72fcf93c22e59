import { expect, it } from "vitest";
import { clipboardText } from "@/components/desk/editor/paste/clipboard-text";

it("is what the clipboard holds, be it nothing", async () => {
  expect(await clipboardText({ readText: async () => "OSLO (AP) -- It rains." })).toBe("OSLO (AP) -- It rains.");
  expect(await clipboardText({ readText: async () => "" })).toBe("");
});

it("is null where the browser refuses, at once or later, or knows no clipboard", async () => {
  expect(await clipboardText({ readText: () => Promise.reject(new DOMException("", "NotAllowedError")) })).toBeNull();
  expect(
    await clipboardText({
      readText() {
        throw new TypeError();
      },
    }),
  ).toBeNull();
  // Firefox knew a clipboard to write to long before one to read from.
  expect(await clipboardText({} as Clipboard)).toBeNull();
});
