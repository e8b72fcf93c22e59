import { expect, it } from "vitest";
import { coveredByKeyboard } from "@/components/desk/editor/screen-keyboard";

const phone = { windowHeight: 844, height: 844, offsetTop: 0, scale: 1 };

it("covers nothing while the whole window is seen", () => expect(coveredByKeyboard(phone)).toBe(0));
it("is as high as what it takes from the window's foot", () => expect(coveredByKeyboard({ ...phone, height: 508 })).toBe(336));
it("counts from the foot of what is seen where the browser has moved that down", () => expect(coveredByKeyboard({ ...phone, height: 508, offsetTop: 100 })).toBe(236));
it("is not what a bar of the browser takes", () => expect(coveredByKeyboard({ ...phone, height: 760 })).toBe(0));
it("is not seen in a page that is enlarged", () => expect(coveredByKeyboard({ ...phone, height: 422, offsetTop: 200, scale: 2 })).toBe(0));
it("is seen in an enlarged page too", () => expect(coveredByKeyboard({ ...phone, height: 254, offsetTop: 30, scale: 2 })).toBe(336));
