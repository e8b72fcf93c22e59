import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { events, settings } from "@/db/schema";
import { type Call, type Command, command, noSubject } from "@/lib/core/command";
import { parseInput } from "@/lib/core/parse-input";
import { newId } from "@/lib/kernel/ids";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { iconLimits, iconOf } from "@/lib/media/icon";
import { brandingChange } from "@/lib/settings/abilities";
import { brandingKey, brandingOf, drawingsKey } from "@/lib/settings/branding";
import { lastWho, meanwhile } from "@/lib/settings/changed-meanwhile";
import { drawingsOf } from "@/lib/settings/drawings";
import { putSetting } from "@/lib/settings/put-setting";

/** The icon that whoever changes it saw, by the name that its address has; empty where there was none. */
const seen = z.string("Open the page again: it does not say which icon it showed.").max(12, "Open the page again: it does not say which icon it showed.");

const ChangeIconInput = z.strictObject({
  seen,
  // A little more than is taken, so that it is the picture's judge who says that it is too large.
  picture: z.base64("Choose a file.").max(iconLimits.bytes * 2, "This file is larger than 500 kB. Make the icon smaller and choose it again."),
});

/** Keeps an icon that was made already, a PNG in base64, or takes away the one there is. Only `changeIcon` calls it. */
const keepIcon = command({
  name: "changeIcon",
  input: z.strictObject({ seen, png: z.string() }),
  ability: brandingChange,
  load: noSubject,
  async run({ tx, now, record }, _, { seen: before, png }) {
    // The same lock as for the look: both are kept in the same rows.
    await tx.execute(sql`select pg_advisory_xact_lock(7261535)`);
    const stored = new Map((await tx.select().from(settings).where(inArray(settings.key, [brandingKey, drawingsKey]))).map(({ key, value }) => [key, value]));
    const icon = png === "" ? null : createHash("sha256").update(png).digest("hex").slice(0, 12);
    const stands = brandingOf(stored.get(brandingKey));
    if (stands.icon === icon) return ok({ icon });
    if ((stands.icon ?? "") !== before) return fail({ ...meanwhile(await lastWho(tx, sql`${events.name} = 'settings.changed' and ${events.data} ? 'icon'`), "the icon", [stands.icon ? "the picture" : "that there is none"], stands.icon ?? ""), values: { icon: png } });
    // As it lies there: what a newer program put beside it stays, and so does the version that whoever changes the look has seen.
    const look = { ...stands, icon };
    if (stored.has(brandingKey)) await tx.update(settings).set({ value: look, changedAt: now }).where(sql`${settings.key} = ${brandingKey}`);
    else await putSetting(tx, brandingKey, look, now);
    await putSetting(tx, drawingsKey, { ...drawingsOf(stored.get(drawingsKey)), icon: png }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: brandingKey, icon } });
    return ok({ icon });
  },
});

/**
 * Gives the paper an icon for tabs and bookmarks, made anew from a picture in base64; without one it is taken away. The picture is read before
 * anything is asked of the database, and only for whoever may change the look. Fails with `changed_meanwhile` where another icon was kept since
 * the one that was seen; its `current` is the name of the icon that stands, its value `icon` the one that was made, to be sent again.
 */
export const changeIcon: Pick<Command<{ icon: string | null }>, "name" | "execute"> = {
  name: keepIcon.name,
  async execute(input: unknown, call: Call): Promise<Result<{ icon: string | null }>> {
    const parsed = parseInput(ChangeIconInput, input);
    if (!parsed.ok) return parsed;
    const { picture, ...rest } = parsed.value;
    const reads = picture !== "" && brandingChange.check(call.actor, {});
    const made = reads ? await iconOf(Buffer.from(picture, "base64")) : null;
    if (made && !made.ok) return fail(made.failure);
    return keepIcon.execute({ ...rest, png: made?.value.toString("base64") ?? "" }, call);
  },
};
