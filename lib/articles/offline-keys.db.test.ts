import { createECDH } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, events } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { offlineKeyPair } from "@/lib/articles/offline-key-pair";
import { OfflineKeysInput } from "@/lib/articles/offline-keys";
import { offlineKeys } from "@/lib/articles/reads/offline-keys";
import { newId } from "@/lib/kernel/ids";
import { changeDevices } from "@/lib/settings/commands/change-devices";

useTestDatabase();

const [laptop, phone] = ["l".repeat(22), "p".repeat(22)];

it("the halves of a pair belong together, are the same each time, and are others for another person, device or secret", () => {
  const pair = offlineKeyPair("a secret", "ana", laptop);
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(Buffer.from(pair.privateKey.d, "base64url"));
  expect(curve.getPublicKey("base64")).toBe(pair.publicKey);
  expect(Buffer.concat([Buffer.from(pair.privateKey.x, "base64url"), Buffer.from(pair.privateKey.y, "base64url")]).toString("hex")).toBe(Buffer.from(pair.publicKey, "base64").subarray(1).toString("hex"));
  expect(offlineKeyPair("a secret", "ana", laptop)).toEqual(pair);
  const others = [offlineKeyPair("a secret", "ben", laptop), offlineKeyPair("a secret", "ana", phone), offlineKeyPair("another secret", "ana", laptop)];
  expect(new Set([pair, ...others].map(({ publicKey }) => publicKey)).size).toBe(4);
});

it("the private half is handed out only where something waits, and neither to whoever begins no stories", async () => {
  const [ana, moderator] = [await somebody("author"), await somebody("moderator")];
  expect(await offlineKeys(ana, { device: laptop, waiting: false })).toMatchObject({ person: ana.personId, mayKeep: true, publicKey: expect.any(String), privateKey: null, language: "en" });
  expect(await offlineKeys(ana, { device: laptop, waiting: true })).toMatchObject({ privateKey: { kty: "EC", crv: "P-256" } });
  expect(await offlineKeys(moderator, { device: laptop, waiting: true })).toBeNull();
});

it("where the paper forbids copies there is no key to seal with, and what waits from before can still be opened", async () => {
  const [administrator, ana] = [await somebody("administrator"), await somebody("author")];
  expectOk(await changeDevices.execute({ seen: 0, keep: false }, { actor: administrator }));
  expect(await offlineKeys(ana, { device: laptop, waiting: true })).toMatchObject({ mayKeep: false, publicKey: null, privateKey: { kty: "EC" } });
  expectOk(await changeDevices.execute({ seen: 1, keep: true }, { actor: administrator }));
});

it("a story that was begun offline is begun once: from two tabs at once, and long after its answer was lost; another person’s under the same name is another", async () => {
  const [ana, ben] = [await somebody("author"), await somebody("author")];
  const begunOffline = newId();
  const both = await Promise.all([createArticle.execute({ begunOffline }, { actor: ana, key: "a" }), createArticle.execute({ begunOffline }, { actor: ana, key: "b" })]);
  const ids = [...both, await createArticle.execute({ begunOffline }, { actor: ana })].map((one) => expectOk(one).id);
  expect(new Set(ids).size).toBe(1);
  const [id = ""] = ids;
  expect(await appDatabase().select({ id: articles.id }).from(articles).where(eq(articles.createdBy, ana.personId))).toEqual([{ id }]);
  expect(await appDatabase().select({ name: events.name }).from(events).where(and(eq(events.subjectId, id), eq(events.name, "article.created")))).toHaveLength(1);
  expect(expectOk(await createArticle.execute({ begunOffline }, { actor: ben })).id).not.toBe(id);
});

it.each([{}, { device: "short", waiting: true }, { device: laptop, waiting: "yes" }, { device: laptop, waiting: false, person: "y" }])("%j is not what a browser says of itself", (said) => {
  expect(OfflineKeysInput.safeParse(said).success).toBe(false);
});
