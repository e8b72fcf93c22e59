import { expect, it } from "vitest";
import { openedBy, sealsTo } from "@/components/desk/offline/seal-to";
import { offlineKeyPair } from "@/lib/articles/offline-key-pair";

const ana = offlineKeyPair("a secret", "ana", "l".repeat(22));
const bytes = new TextEncoder().encode("Sourcemarker");

it("what is sealed to a person is opened by her private half alone, where it was sealed for", async () => {
  const to = await sealsTo(ana.publicKey);
  const sealed = await to.seal("ana:story", bytes);
  expect(new TextDecoder().decode(await openedBy(ana.privateKey, to.ephemeral, "ana:story", sealed))).toBe("Sourcemarker");
  expect(new TextDecoder("latin1").decode(sealed.bytes)).not.toContain("Sourcemarker");
  const ben = offlineKeyPair("a secret", "ben", "l".repeat(22));
  await expect(openedBy(ben.privateKey, to.ephemeral, "ana:story", sealed)).rejects.toThrow();
  await expect(openedBy(ana.privateKey, to.ephemeral, "ana:another", sealed)).rejects.toThrow();
  const changed = new Uint8Array(sealed.bytes.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  await expect(openedBy(ana.privateKey, to.ephemeral, "ana:story", { ...sealed, bytes: changed.buffer })).rejects.toThrow();
});

it("each story has a one-time pair, and each sealing a number of its own: the same words never look the same", async () => {
  const [one, other] = [await sealsTo(ana.publicKey), await sealsTo(ana.publicKey)];
  expect(Buffer.from(one.ephemeral).equals(Buffer.from(other.ephemeral))).toBe(false);
  const [first, second] = [await one.seal("ana:story", bytes), await one.seal("ana:story", bytes)];
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(false);
  await expect(openedBy(ana.privateKey, other.ephemeral, "ana:story", first)).rejects.toThrow();
});
