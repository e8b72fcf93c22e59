import { hkdfSync } from "node:crypto";
import { and, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import type { DeviceCopyAnswer, DeviceCopyInput } from "@/lib/articles/device-copy";
import { editableArticle } from "@/lib/articles/reads/desk";
import type { PersonActor } from "@/lib/core/actor";
import { fromProcess } from "@/lib/kernel/process-store";
import { devicesKey, devicesMayKeep } from "@/lib/settings/devices";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";

/** Whether and how a browser may keep a copy of this story; null where it is not this person's to edit. */
export async function deviceCopy(actor: PersonActor, articleId: string, { device, kept }: DeviceCopyInput): Promise<DeviceCopyAnswer | null> {
  const article = await editableArticle(actor, articleId);
  if (!article) return null;
  const mayKeep = devicesMayKeep((await settingToChange(devicesKey)).value);
  const rows = kept.length > 0 && mayKeep ? await appDatabase().select({ id: articles.id, isOff: articles.keptOffDevices }).from(articles).where(and(inArray(articles.id, kept), articleEdit.where(actor))) : [];
  const allowed = new Set(rows.filter(({ isOff }) => !isOff).map(({ id }) => id));
  return {
    person: actor.personId,
    key: mayKeep && !article.keptOffDevices ? keyOf(actor.personId, device) : null,
    published: article.publishedRevisionId,
    epoch: article.epoch,
    drop: kept.filter((id) => !allowed.has(id)),
  };
}

/** Derived each time and stored nowhere: the same for the same person on the same device, and of no use without a session of hers. */
const keyOf = (personId: string, device: string) => Buffer.from(hkdfSync("sha256", fromProcess("env").secret, device, `device copies of ${personId}`, 32)).toString("base64");
