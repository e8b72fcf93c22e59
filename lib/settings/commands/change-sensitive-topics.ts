import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { SensitiveTopicsInput, sensitiveTopicsKey } from "@/lib/settings/sensitive-topics";
import { putSetting } from "@/lib/settings/put-setting";

/** Puts these topics in the place of the ones before; with none, nobody is reminded of anything. */
export const changeSensitiveTopics = command({
  name: "changeSensitiveTopics",
  input: SensitiveTopicsInput,
  ability: houseStyleChange,
  load: noSubject,
  async run({ tx, now, record }, _, { topics }) {
    await putSetting(tx, sensitiveTopicsKey, { topics }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: sensitiveTopicsKey, topics: topics.length } });
    return ok({ topics: topics.length });
  },
});
