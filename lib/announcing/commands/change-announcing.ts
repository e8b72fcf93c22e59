import { randomBytes } from "node:crypto";
import { announcingKey, announcingOf, ChangeAnnouncingInput } from "@/lib/announcing/announcing";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { outsideChange } from "@/lib/settings/abilities";
import { putSetting } from "@/lib/settings/put-setting";
import { changedMeanwhile, lockSetting } from "@/lib/settings/changed-meanwhile";

/** Says whom the paper tells of what it publishes. The key for search engines is made when they are first told, and stays. Fails with `changed_meanwhile` where somebody else said so since this was seen. */
export const changeAnnouncing = command({
  name: "changeAnnouncing",
  input: ChangeAnnouncingInput,
  ability: outsideChange,
  load: (tx) => lockSetting(tx, announcingKey),
  async run({ tx, now, record }, { value, version }, { seen, searchEngines, hub }) {
    const before = announcingOf(value);
    const apart = [...(before.searchEngines === searchEngines ? [] : [`Tell search engines (now ${before.searchEngines ? "" : "not "}ticked)`]), ...(before.hub === hub ? [] : [`Hub (now ${before.hub || "none"})`])];
    const refusal = await changedMeanwhile(tx, { key: announcingKey, what: "whom to tell", version, seen, apart });
    if (refusal) return fail(refusal);
    const key = before.key ?? (searchEngines ? randomBytes(16).toString("hex") : null);
    await putSetting(tx, announcingKey, { searchEngines, hub, key }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: announcingKey, searchEngines, hub } });
    return ok({ searchEngines, hub });
  },
});
