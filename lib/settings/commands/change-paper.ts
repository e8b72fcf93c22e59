import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { paperChange } from "@/lib/settings/abilities";
import { PaperInput, paperKey, paperNames, paperSettings } from "@/lib/settings/paper";
import { putSetting } from "@/lib/settings/put-setting";
import { changedMeanwhile, lockSetting } from "@/lib/settings/changed-meanwhile";

/** Says anew what the paper is called and what it says of itself. Fails with `changed_meanwhile` where somebody else did since this was seen; its `current` is the version that stands. */
export const changePaper = command({
  name: "changePaper",
  input: PaperInput,
  ability: paperChange,
  load: (tx) => lockSetting(tx, paperKey),
  async run({ tx, now, record }, { value, version }, { seen, ...paper }) {
    const standing = paperSettings(value);
    const apart = (Object.keys(paperNames) as (keyof typeof paperNames)[]).filter((field) => String(standing[field]) !== String(paper[field])).map((field) => `${paperNames[field]} (now “${[standing[field]].flat().join(", ")}”)`);
    const refusal = await changedMeanwhile(tx, { key: paperKey, what: "what the paper says of itself", version, seen, apart });
    if (refusal) return fail(refusal);
    await putSetting(tx, paperKey, paper, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: paperKey } });
    return ok({});
  },
});
