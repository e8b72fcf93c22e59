import { sql } from "drizzle-orm";
import { settings } from "@/db/schema";
import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { SensitiveTopicsInput, sensitiveTopicsKey } from "@/lib/settings/sensitive-topics";

/** Puts these topics in the place of the ones before; with none, nobody is reminded of anything. */
export const changeSensitiveTopics = command({
  name: "changeSensitiveTopics",
  input: SensitiveTopicsInput,
  ability: houseStyleChange,
  load: noSubject,
  async run({ tx, now, record }, _, { topics }) {
    await tx
      .insert(settings)
      .values({ key: sensitiveTopicsKey, value: { topics }, changedAt: now })
      .onConflictDoUpdate({ target: settings.key, set: { value: { topics }, changedAt: now, version: sql`${settings.version} + 1` } });
    await record({ name: "settings.changed", subjectId: newId(), data: { key: sensitiveTopicsKey, topics: topics.length } });
    return ok({ topics: topics.length });
  },
});
