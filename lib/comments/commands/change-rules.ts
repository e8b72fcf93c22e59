import { sql } from "drizzle-orm";
import { z } from "zod";
import { discussionRulesChange } from "@/lib/comments/abilities";
import { type DiscussionRules, discussionRulesKey, ruleModes } from "@/lib/comments/discussion-rules";
import { threadSorts } from "@/lib/comments/discussion-view";
import { writtenRules } from "@/lib/comments/reads/rules";
import { commentSettings } from "@/lib/comments/settings";
import { command } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { lastToChange } from "@/lib/settings/changed-meanwhile";
import { putSetting } from "@/lib/settings/put-setting";

const { mostDays, slowestSeconds } = commentSettings;

export const ChangeRulesInput = z.strictObject({
  version: z.number("Reload the page.").int().min(0),
  /** Null: the paper. */
  sectionId: z.uuid("There is no such section.").nullable(),
  /** Null in a section: as the paper has it. */
  mode: z.enum(ruleModes, "Choose who may comment.").nullable(),
  closesAfterDays: z
    .union(
      [z.literal("never"), z.number().int("Write whole days.").min(1, "Write 1 or more.").max(mostDays, `${mostDays} days are the most.`)],
      "Write a number of days, or choose never.",
    )
    .nullable(),
  slowModeSeconds: z
    .number("Write a number of seconds.")
    .int("Write whole seconds.")
    .min(0, "Write 0 or more.")
    .max(slowestSeconds, `${slowestSeconds} seconds are the most.`)
    .nullable(),
  /** Null of the paper: as it was. */
  linksHeld: z.boolean("Choose what becomes of links.").nullable().default(null),
  firstSort: z.enum(threadSorts, "Choose an order.").nullable().default(null),
});

/** Says how discussions are held in the paper, or in one of its sections. Counts for every story that says nothing of its own. */
export const changeRules = command({
  name: "changeRules",
  input: ChangeRulesInput,
  ability: discussionRulesChange,
  // One row holds them all: whoever changes any of them waits for who does so now.
  async load(tx) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${discussionRulesKey}))`);
    return writtenRules(tx);
  },
  async run({ tx, now, record }, { version, paper, sections }, input) {
    if (version !== input.version) {
      const { by, when } = await lastToChange(tx, discussionRulesKey);
      return fail(conflict("changed_meanwhile", `${by} has changed rules since you opened the page (${when}), and nothing of yours was saved yet. What you entered still stands here: save again to put it in its place, or open the page again to see what stands.`, { current: version }));
    }
    const said: Partial<DiscussionRules> = {
      ...(input.mode ? { mode: input.mode } : {}),
      ...(input.closesAfterDays !== null ? { closesAfterDays: input.closesAfterDays === "never" ? null : input.closesAfterDays } : {}),
      ...(input.slowModeSeconds !== null ? { slowModeSeconds: input.slowModeSeconds } : {}),
      ...(input.linksHeld !== null ? { linksHeld: input.linksHeld } : {}),
      ...(input.firstSort !== null ? { firstSort: input.firstSort } : {}),
    };
    if (!input.sectionId && (!("mode" in said) || !("closesAfterDays" in said) || !("slowModeSeconds" in said))) return fail(invalid("paper_says_all", "The paper’s own rules say all three."));
    const { [input.sectionId ?? ""]: _, ...others } = sections;
    const rules = input.sectionId
      ? { paper, sections: { ...others, ...(Object.keys(said).length > 0 ? { [input.sectionId]: said } : {}) } }
      : { paper: { ...paper, ...said }, sections };
    await putSetting(tx, discussionRulesKey, rules, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: discussionRulesKey, sectionId: input.sectionId, ...said } });
    return ok({ version: version + 1 });
  },
});
