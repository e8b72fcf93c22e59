import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { filesChange } from "@/lib/settings/abilities";
import { changedMeanwhile, lockSetting } from "@/lib/settings/changed-meanwhile";
import { type CrawlerKind, crawlerNames, CrawlersInput, crawlersKey, policyOf } from "@/lib/settings/crawlers";
import { putSetting } from "@/lib/settings/put-setting";

/** Says what robots of language models may do; robots.txt says it to whoever asks next. Fails with `changed_meanwhile` where somebody else said otherwise since this was seen. */
export const changeCrawlers = command({
  name: "changeCrawlers",
  input: CrawlersInput,
  ability: filesChange,
  load: (tx) => lockSetting(tx, crawlersKey),
  async run({ tx, now, record }, { value, version }, { seen, ...policy }) {
    const standing = policyOf(value);
    const apart = (Object.keys(crawlerNames) as CrawlerKind[]).filter((kind) => standing[kind] !== policy[kind]).map((kind) => `${crawlerNames[kind]} (now ${standing[kind] ? "" : "not "}ticked)`);
    const refusal = await changedMeanwhile(tx, { key: crawlersKey, what: "this", version, seen, apart });
    if (refusal) return fail(refusal);
    await putSetting(tx, crawlersKey, policy, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: crawlersKey, ...policy } });
    return ok(policy);
  },
});
