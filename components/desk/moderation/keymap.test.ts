import { expect, it } from "vitest";
import { keyActionNames, meaningOf, readKeymap, usualKeys, withKey } from "@/components/desk/moderation/keymap";

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, ...more });

it("knows every key, and two one after the other", () => {
  for (const name of keyActionNames) {
    const [first = "", second] = usualKeys.keys[name].split(" ");
    const meaning = meaningOf(usualKeys, "", press(first));
    if (second === undefined) expect(meaning).toEqual({ action: name });
    else {
      expect(meaning).toEqual({ waits: first });
      expect(meaningOf(usualKeys, first, press(second))).toEqual({ action: name });
    }
  }
  expect(meaningOf(usualKeys, "g", press("j"))).toEqual({ action: "next" });
  expect(meaningOf(usualKeys, "", press("q"))).toBeNull();
  expect(meaningOf(usualKeys, "", press("Enter"))).toBeNull();
});

it("takes nothing from the browser, nothing while somebody types, and nothing when it is off", () => {
  expect(meaningOf(usualKeys, "", press("f", { ctrlKey: true }))).toBeNull();
  expect(meaningOf(usualKeys, "", press("a", { metaKey: true }))).toBeNull();
  expect(meaningOf(usualKeys, "", press("a", { typing: true }))).toBeNull();
  expect(meaningOf({ ...usualKeys, on: false }, "", press("a"))).toBeNull();
});

it("lets somebody choose other keys: whatever had the key takes the one that is given up", () => {
  const swapped = withKey(usualKeys, "approve", "s");
  expect(swapped?.keys).toMatchObject({ approve: "s", spam: "a" });
  expect(withKey(usualKeys, "approve", "ф")?.keys.approve).toBe("ф");
  for (const impossible of ["1", "Enter", " ", "g", ""]) expect(withKey(usualKeys, "approve", impossible), impossible).toBeNull();
  expect(withKey(usualKeys, "goHeld", "g m")?.keys.goHeld).toBe("g m");
});

it("keeps what it can read, and is as usual otherwise", () => {
  const own = withKey({ ...usualKeys, on: false }, "hold", "w");
  expect(readKeymap(JSON.stringify(own))).toEqual(own);
  for (const kept of [null, "", "{", '{"keys":{"approve":7,"spam":"12"}}', "null"]) expect(readKeymap(kept)).toEqual(usualKeys);
});
