import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { changedMeanwhile, linesApart, lockSetting } from "@/lib/settings/changed-meanwhile";
import { SensitiveTopicsInput, sensitiveTopicsKey, topicsAsText, topicsOf } from "@/lib/settings/sensitive-topics";
import { putSetting } from "@/lib/settings/put-setting";

/** Puts these topics in the place of the ones before; with none, nobody is reminded of anything. Fails with `changed_meanwhile` where others were saved since the ones that were seen. */
export const changeSensitiveTopics = command({
  name: "changeSensitiveTopics",
  input: SensitiveTopicsInput,
  ability: houseStyleChange,
  load: (tx) => lockSetting(tx, sensitiveTopicsKey),
  async run({ tx, now, record }, { value, version }, { seen, topics }) {
    const refusal = await changedMeanwhile(tx, { key: sensitiveTopicsKey, what: "the topics", version, seen, apart: linesApart(topicsAsText(topicsOf(value)), topicsAsText(topics)) });
    if (refusal) return fail(refusal);
    await putSetting(tx, sensitiveTopicsKey, { topics }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: sensitiveTopicsKey, topics: topics.length } });
    return ok({ topics: topics.length });
  },
});
