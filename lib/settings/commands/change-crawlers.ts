import { command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { filesChange } from "@/lib/settings/abilities";
import { CrawlersInput, crawlersKey } from "@/lib/settings/crawlers";
import { putSetting } from "@/lib/settings/put-setting";

/** Says what robots of language models may do; robots.txt says it to whoever asks next. */
export const changeCrawlers = command({
  name: "changeCrawlers",
  input: CrawlersInput,
  ability: filesChange,
  load: noSubject,
  async run({ tx, now, record }, _, policy) {
    await putSetting(tx, crawlersKey, policy, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: crawlersKey, ...policy } });
    return ok(policy);
  },
});
