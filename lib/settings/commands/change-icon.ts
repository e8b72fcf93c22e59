import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { iconLimits, iconOf } from "@/lib/media/icon";
import { brandingChange } from "@/lib/settings/abilities";
import { brandingKey, brandingOf, drawingsKey } from "@/lib/settings/branding";
import { drawingsOf } from "@/lib/settings/drawings";
import { putSetting } from "@/lib/settings/put-setting";

/** Gives the paper an icon for tabs and bookmarks, made anew from a picture in base64; without one it is taken away. */
export const changeIcon = command({
  name: "changeIcon",
  // A little more than is taken, so that it is the picture's judge who says that it is too large.
  input: z.strictObject({ picture: z.base64("Choose a file.").max(iconLimits.bytes * 2, "This file is larger than 500 kB. Make the icon smaller and choose it again.") }),
  ability: brandingChange,
  load: noSubject,
  async run({ tx, now, record }, _, { picture }) {
    const made = picture === "" ? null : await iconOf(Buffer.from(picture, "base64"));
    if (made && !made.ok) return fail(made.failure);
    const png = made?.value.toString("base64") ?? "";
    // The same lock as for the look: both are kept in the same rows.
    await tx.execute(sql`select pg_advisory_xact_lock(7261535)`);
    const stored = new Map((await tx.select().from(settings).where(inArray(settings.key, [brandingKey, drawingsKey]))).map(({ key, value }) => [key, value]));
    const icon = png === "" ? null : createHash("sha256").update(png).digest("hex").slice(0, 12);
    // As it lies there: what a newer program put beside it stays, and so does the version that whoever changes the look has seen.
    const look = { ...brandingOf(stored.get(brandingKey)), icon };
    if (stored.has(brandingKey)) await tx.update(settings).set({ value: look, changedAt: now }).where(sql`${settings.key} = ${brandingKey}`);
    else await putSetting(tx, brandingKey, look, now);
    await putSetting(tx, drawingsKey, { ...drawingsOf(stored.get(drawingsKey)), icon: png }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: brandingKey } });
    return ok({ icon });
  },
});
