import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { HouseStyleInput, houseStyleKey } from "@/lib/settings/house-style";
import { putSetting } from "@/lib/settings/put-setting";

/** Puts these rules in the place of the ones before. Stories open in an editor see them with their next check. */
export const changeHouseStyle = command({
  name: "changeHouseStyle",
  input: HouseStyleInput,
  ability: houseStyleChange,
  load: noSubject,
  async run({ tx, now, record }, _, { rules }) {
    await putSetting(tx, houseStyleKey, { rules }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: houseStyleKey, rules: rules.length } });
    return ok({ rules: rules.length });
  },
});
