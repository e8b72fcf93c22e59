import { z } from "zod";
import { command } from "@/lib/core/command";
import { outsideKey } from "@/lib/core/outside-switch";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { outsideChange } from "@/lib/settings/abilities";
import { putSetting } from "@/lib/settings/put-setting";
import { changedMeanwhile, lockSetting } from "@/lib/settings/changed-meanwhile";
import { seenVersion } from "@/lib/settings/seen-version";

/** Says whether the newsroom may fetch from outside addresses at all. Counts from the next request on. Fails with `changed_meanwhile` where somebody else said otherwise since this was seen. */
export const changeOutside = command({
  name: "changeOutside",
  input: z.strictObject({ seen: seenVersion, fetches: z.boolean() }),
  ability: outsideChange,
  load: (tx) => lockSetting(tx, outsideKey),
  async run({ tx, now, record }, { value, version }, { seen, fetches }) {
    const stands = value?.fetches !== false;
    const refusal = await changedMeanwhile(tx, { key: outsideKey, what: "this", version, seen, apart: stands === fetches ? [] : [`Fetch from outside addresses (now ${stands ? "" : "not "}ticked)`] });
    if (refusal) return fail(refusal);
    await putSetting(tx, outsideKey, { fetches }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: outsideKey, fetches } });
    return ok({ fetches });
  },
});
