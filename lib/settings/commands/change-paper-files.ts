import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { filesChange } from "@/lib/settings/abilities";
import { filesOf, type PaperFile, PaperFilesInput, paperFiles, paperFilesKey } from "@/lib/settings/paper-files";
import { putSetting } from "@/lib/settings/put-setting";
import { changedMeanwhile, lockSetting } from "@/lib/settings/changed-meanwhile";

/** Puts these files in the place of those before. Whoever asks next gets them. Fails with `changed_meanwhile` where others were saved since those that were seen. */
export const changePaperFiles = command({
  name: "changePaperFiles",
  input: PaperFilesInput,
  ability: filesChange,
  load: (tx) => lockSetting(tx, paperFilesKey),
  async run({ tx, now, record }, { value, version }, { seen, ...files }) {
    const standing = filesOf(value);
    const apart = (Object.keys(paperFiles) as PaperFile[]).filter((name) => standing[name] !== files[name]).map((name) => `${paperFiles[name].paths[0]} (now ${standing[name] === "" ? "empty" : `beginning “${standing[name].slice(0, 60)}”`})`);
    const refusal = await changedMeanwhile(tx, { key: paperFilesKey, what: "the files", version, seen, apart });
    if (refusal) return fail(refusal);
    const set = Object.entries(files).filter(([, text]) => text !== "");
    await putSetting(tx, paperFilesKey, Object.fromEntries(set), now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: paperFilesKey, files: set.map(([name]) => name) } });
    return ok({ files: set.length });
  },
});
