import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { HouseStyleInput, houseStyleKey, rulesAsText, rulesOf } from "@/lib/settings/house-style";
import { putSetting } from "@/lib/settings/put-setting";
import { changedMeanwhile, linesApart, lockSetting } from "@/lib/settings/changed-meanwhile";

/**
 * Puts these rules in the place of the ones before. Stories open in an editor see them with their next check. Fails with `changed_meanwhile`
 * where others were saved since the ones that were seen; its `current` is the version that stands.
 */
export const changeHouseStyle = command({
  name: "changeHouseStyle",
  input: HouseStyleInput,
  ability: houseStyleChange,
  load: (tx) => lockSetting(tx, houseStyleKey),
  async run({ tx, now, record }, { value, version }, { seen, rules }) {
    const refusal = await changedMeanwhile(tx, { key: houseStyleKey, what: "the rules", version, seen, apart: linesApart(rulesAsText(rulesOf(value)), rulesAsText(rules)) });
    if (refusal) return fail(refusal);
    await putSetting(tx, houseStyleKey, { rules }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: houseStyleKey, rules: rules.length } });
    return ok({ rules: rules.length });
  },
});
