import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { paperChange } from "@/lib/settings/abilities";
import { PaperInput, paperKey } from "@/lib/settings/paper";
import { putSetting } from "@/lib/settings/put-setting";

/** Says anew what the paper is called and what it says of itself. */
export const changePaper = command({
  name: "changePaper",
  input: PaperInput,
  ability: paperChange,
  load: noSubject,
  async run({ tx, now, record }, _, paper) {
    await putSetting(tx, paperKey, paper, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: paperKey } });
    return ok({});
  },
});
