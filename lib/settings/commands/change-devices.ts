import { z } from "zod";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { devicesChange } from "@/lib/settings/abilities";
import { changedMeanwhile, lockSetting } from "@/lib/settings/changed-meanwhile";
import { devicesKey, devicesMayKeep } from "@/lib/settings/devices";
import { putSetting } from "@/lib/settings/put-setting";
import { seenVersion } from "@/lib/settings/seen-version";

/** Says whether browsers may keep copies of stories that are being written. Editors that are open follow within minutes. Fails with `changed_meanwhile` where somebody else said otherwise since this was seen. */
export const changeDevices = command({
  name: "changeDevices",
  input: z.strictObject({ seen: seenVersion, keep: z.boolean() }),
  ability: devicesChange,
  load: (tx) => lockSetting(tx, devicesKey),
  async run({ tx, now, record }, { value, version }, { seen, keep }) {
    const stands = devicesMayKeep(value);
    const refusal = await changedMeanwhile(tx, { key: devicesKey, what: "this", version, seen, apart: stands === keep ? [] : [`Keep copies on devices (now ${stands ? "" : "not "}ticked)`] });
    if (refusal) return fail(refusal);
    await putSetting(tx, devicesKey, { keep }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: devicesKey, keep } });
    return ok({ keep });
  },
});
