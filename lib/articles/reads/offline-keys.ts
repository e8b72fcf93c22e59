import { articleCreate } from "@/lib/articles/abilities";
import { offlineKeyPair } from "@/lib/articles/offline-key-pair";
import type { OfflineKeysAnswer, OfflineKeysInput } from "@/lib/articles/offline-keys";
import type { PersonActor } from "@/lib/core/actor";
import { fromProcess } from "@/lib/kernel/process-store";
import { devicesKey, devicesMayKeep } from "@/lib/settings/devices";
import { paperKey, paperSettings } from "@/lib/settings/paper";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";

/** With what a browser seals and opens what this person writes in it without the server; null for whoever begins no stories. */
export async function offlineKeys(actor: PersonActor, { device, waiting }: OfflineKeysInput): Promise<OfflineKeysAnswer | null> {
  if (!articleCreate.check(actor, {})) return null;
  const [devices, paper] = await Promise.all([settingToChange(devicesKey), settingToChange(paperKey)]);
  const mayKeep = devicesMayKeep(devices.value);
  const { publicKey, privateKey } = offlineKeyPair(fromProcess("env").secret, actor.personId, device);
  return { person: actor.personId, mayKeep, publicKey: mayKeep ? publicKey : null, privateKey: waiting ? privateKey : null, language: paperSettings(paper.value).language };
}
