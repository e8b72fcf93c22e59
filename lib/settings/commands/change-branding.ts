import { inArray, sql } from "drizzle-orm";
import { settings } from "@/db/schema";
import { command, noSubject } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { brandingChange } from "@/lib/settings/abilities";
import { BrandingInput, brandingKey, brandingOf, drawingsKey } from "@/lib/settings/branding";
import { drawingsOf } from "@/lib/settings/drawings";
import { looksApart } from "@/lib/settings/look-conflict";
import { putSetting } from "@/lib/settings/put-setting";
import { type SafeSvg, safeSvg } from "@/lib/settings/safe-svg";
import { changedMeanwhile } from "@/lib/settings/changed-meanwhile";

/**
 * Gives the paper this look, all of it at once. A drawing is made safe before it is kept; says what was left out of each. Fails with
 * `changed_meanwhile` where another look was saved since the one that was seen; its `current` is the version that stands.
 */
export const changeBranding = command({
  name: "changeBranding",
  input: BrandingInput,
  ability: brandingChange,
  load: noSubject,
  async run({ tx, now, record }, _, { seen, drawingLight, drawingDark, ...look }) {
    const light = readDrawing(drawingLight);
    const dark = readDrawing(drawingDark);
    const fields = { ...("problem" in light ? { drawingLight: light.problem } : {}), ...("problem" in dark ? { drawingDark: dark.problem } : {}) };
    if (Object.keys(fields).length > 0) return fail(invalid("unsafe_drawing", "The drawing was not taken.", { fields }));

    // Where nothing is stored yet there is no row to wait at.
    await tx.execute(sql`select pg_advisory_xact_lock(7261535)`);
    const rows = await tx.select({ key: settings.key, value: settings.value, version: settings.version }).from(settings).where(inArray(settings.key, [brandingKey, drawingsKey])).orderBy(settings.key);
    const standing = rows.find(({ key }) => key === brandingKey);
    const stored = new Map(rows.map(({ key, value }) => [key, value]));
    const before = brandingOf(stored.get(brandingKey));
    const drawings = drawingsOf(stored.get(drawingsKey));
    const sent = { ...look, drawingLight: sourceOf(light), drawingDark: sourceOf(dark) };
    const refusal = standing && (await changedMeanwhile(tx, { key: brandingKey, what: "the look", version: standing.version, seen, apart: looksApart({ ...before, drawingLight: drawings.light, drawingDark: drawings.dark }, sent) }));
    if (refusal) return fail(refusal);
    const after = { ...look, drawingLight: before.drawingLight, drawingDark: before.drawingDark, icon: before.icon };
    if ("drawn" in light) [drawings.light, after.drawingLight] = [light.drawn?.svg ?? "", sizeOf(light.drawn)];
    if ("drawn" in dark) [drawings.dark, after.drawingDark] = [dark.drawn?.svg ?? "", sizeOf(dark.drawn)];
    if (after.drawingDark && !after.drawingLight) return fail(invalid("no_light_drawing", "A drawing for dark pages needs one for light pages beside it.", { fields: { drawingDark: "Choose one for light pages as well." } }));

    await putSetting(tx, brandingKey, after, now);
    await putSetting(tx, drawingsKey, drawings, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: brandingKey } });
    return ok({ leftOut: [...new Set([light, dark].flatMap((one) => ("drawn" in one && one.drawn?.leftOut) || []))] });
  },
});

type ReadDrawing = { problem: string } | { drawn: SafeSvg | null } | { stays: true };

const sourceOf = (read: ReadDrawing): string | undefined => ("drawn" in read ? (read.drawn?.svg ?? "") : undefined);

/** Nothing for a drawing that stays; null for one that is taken away. */
function readDrawing(source: string | undefined): ReadDrawing {
  if (source === undefined) return { stays: true };
  if (source === "") return { drawn: null };
  const made = safeSvg(source);
  return "problem" in made ? made : { drawn: made };
}

const sizeOf = (drawn: SafeSvg | null) => drawn && { width: drawn.width, height: drawn.height };
