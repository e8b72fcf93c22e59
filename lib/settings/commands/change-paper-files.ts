import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { filesChange } from "@/lib/settings/abilities";
import { PaperFilesInput, paperFilesKey } from "@/lib/settings/paper-files";
import { putSetting } from "@/lib/settings/put-setting";

/** Puts these files in the place of those before. Whoever asks next gets them. */
export const changePaperFiles = command({
  name: "changePaperFiles",
  input: PaperFilesInput,
  ability: filesChange,
  load: noSubject,
  async run({ tx, now, record }, _, files) {
    const set = Object.entries(files).filter(([, text]) => text !== "");
    await putSetting(tx, paperFilesKey, Object.fromEntries(set), now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: paperFilesKey, files: set.map(([name]) => name) } });
    return ok({ files: set.length });
  },
});
