import { randomBytes } from "node:crypto";
import { announcingKey, ChangeAnnouncingInput } from "@/lib/announcing/announcing";
import { whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { outsideChange } from "@/lib/settings/abilities";
import { putSetting } from "@/lib/settings/put-setting";

/** Says whom the paper tells of what it publishes. The key for search engines is made when they are first told, and stays. */
export const changeAnnouncing = command({
  name: "changeAnnouncing",
  input: ChangeAnnouncingInput,
  ability: outsideChange,
  load: (tx) => whomToTell(tx),
  async run({ tx, now, record }, before, { searchEngines, hub }) {
    const key = before.key ?? (searchEngines ? randomBytes(16).toString("hex") : null);
    await putSetting(tx, announcingKey, { searchEngines, hub, key }, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: announcingKey, searchEngines, hub } });
    return ok({ searchEngines, hub });
  },
});
