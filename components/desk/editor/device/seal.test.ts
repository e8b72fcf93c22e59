import { expect, it } from "vitest";
import { keyFrom, seal, unseal } from "@/components/desk/editor/device/seal";

const key = (fill: number) => keyFrom(Buffer.alloc(32, fill).toString("base64"));
const words = new TextEncoder().encode("The source is Mira.");

it("gives back what was sealed, never twice in the same form", async () => {
  const own = await key(1);
  const [one, two] = [await seal(own, "ines:story:1", words), await seal(own, "ines:story:1", words)];
  expect(await unseal(own, "ines:story:1", one)).toEqual(words);
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false);
  expect(Buffer.from(one.bytes).toString("latin1")).not.toContain("Mira");
});

it("does not open with another key, in another place, or with a bit changed", async () => {
  const own = await key(1);
  const sealed = await seal(own, "ines:story:1", words);
  const bent = { ...sealed, bytes: Uint8Array.from(new Uint8Array(sealed.bytes), (byte, at) => (at === 3 ? byte ^ 1 : byte)).buffer };
  await expect(unseal(await key(2), "ines:story:1", sealed)).rejects.toThrow();
  await expect(unseal(own, "ines:story:2", sealed)).rejects.toThrow();
  await expect(unseal(own, "ines:story:1", bent)).rejects.toThrow();
});

it("the key does not leave the memory that it is in", async () => {
  await expect(crypto.subtle.exportKey("raw", await key(1))).rejects.toThrow();
});
