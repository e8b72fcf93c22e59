import { z } from "zod";
import { command, noSubject } from "@/lib/core/command";
import { outsideKey } from "@/lib/core/outside-switch";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { outsideChange } from "@/lib/settings/abilities";
import { putSetting } from "@/lib/settings/put-setting";

/** Says whether the newsroom may fetch from outside addresses at all. Counts from the next request on. */
export const changeOutside = command({
  name: "changeOutside",
  input: z.strictObject({ fetches: z.boolean() }),
  ability: outsideChange,
  load: noSubject,
  async run({ tx, now, record }, _, { fetches }) {
    await putSetting(tx, outsideKey, { fetches }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: outsideKey, fetches } });
    return ok({ fetches });
  },
});
