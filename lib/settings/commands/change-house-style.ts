import { sql } from "drizzle-orm";
import { settings } from "@/db/schema";
import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { HouseStyleInput, houseStyleKey } from "@/lib/settings/house-style";

/** Puts these rules in the place of the ones before. Stories open in an editor see them with their next check. */
export const changeHouseStyle = command({
  name: "changeHouseStyle",
  input: HouseStyleInput,
  ability: houseStyleChange,
  load: noSubject,
  async run({ tx, now, record }, _, { rules }) {
    await tx
      .insert(settings)
      .values({ key: houseStyleKey, value: { rules }, changedAt: now })
      .onConflictDoUpdate({ target: settings.key, set: { value: { rules }, changedAt: now, version: sql`${settings.version} + 1` } });
    await record({ name: "settings.changed", subjectId: newId(), data: { key: houseStyleKey, rules: rules.length } });
    return ok({ rules: rules.length });
  },
});
