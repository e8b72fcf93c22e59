import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { sections as sectionTable } from "@/db/schema";
import { discussionRulesChange } from "@/lib/comments/abilities";
import { type DiscussionRules, discussionRulesKey, ruleModes, rulesFor } from "@/lib/comments/discussion-rules";
import { threadSorts } from "@/lib/comments/discussion-view";
import { noReason, noteAndNone, presets, type SectionPreset, sectionPresets } from "@/lib/comments/presets";
import { writtenRules } from "@/lib/comments/reads/rules";
import { commentSettings } from "@/lib/comments/settings";
import { command } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { lastToChange } from "@/lib/settings/changed-meanwhile";
import { putSetting } from "@/lib/settings/put-setting";

const { mostDays, slowestSeconds, edits: { mostMinutes: mostEditMinutes } } = commentSettings;
const reasonLength = 300;
const noText = "This text holds characters that cannot be stored.";

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
  newcomersHeld: z.boolean("Choose what becomes of newcomers’ comments.").nullable().default(null),
  editMinutes: z
    .number("Write a number of minutes.")
    .int("Write whole minutes.")
    .min(0, "Write 0 or more.")
    .max(mostEditMinutes, `${mostEditMinutes} minutes are the most.`)
    .nullable()
    .default(null),
  firstSort: z.enum(threadSorts, "Choose an order.").nullable().default(null),
  /** Of a section, a way with a name: it says who may comment and how slowly, whatever else is chosen. */
  preset: z.enum(sectionPresets, "Choose one of these.").nullable().default(null),
  /** Empty in a section: as the paper has it, but where it is to be without one. Null: as it was. */
  pinnedNote: z
    .string("A note must be text.")
    .max(commentSettings.pinnedNote, `Say it in ${commentSettings.pinnedNote} characters.`)
    .refine(isPlainText, noText)
    .transform((text) => text.trim())
    .nullable()
    .default(null),
  /** Of a section: no note, whatever the paper says. */
  withoutNote: z.boolean("Choose whether there is a note.").default(false),
  /** Why what was marked sensitive is so no longer. */
  reason: z
    .string()
    .max(reasonLength, `Say it in ${reasonLength} characters.`)
    .refine(isPlainText, noText)
    .transform((text) => text.trim())
    .default(""),
});

/** Who may comment where a section is held in a way with a name: each of those says it. */
function modeOf(preset: SectionPreset): DiscussionRules["mode"] | null {
  const { mode } = presets[preset];
  return mode === "inherit" ? null : mode;
}

/** Says how discussions are held in the paper, or in one of its sections. Counts for every story that says nothing of its own. A section that was marked sensitive ceases to be so with a reason alone, which is kept. */
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
    if (!input.sectionId && input.preset) return fail(invalid("no_preset", "The paper itself is held by single choices."));
    const { mode, slowModeSeconds } = input.preset ? { ...presets[input.preset], mode: modeOf(input.preset) } : input;
    const before = input.sectionId ? sections[input.sectionId] : paper;
    if (input.withoutNote && input.pinnedNote) return fail(invalid("note_and_none", noteAndNone, { fields: { pinnedNote: noteAndNone } }));
    const pinnedNote = input.pinnedNote ?? before?.pinnedNote ?? "";
    const withoutNote = input.withoutNote || (input.pinnedNote === null && before?.pinnedNote === "");
    const said: Partial<DiscussionRules> = {
      ...(input.preset ? { preset: input.preset } : {}),
      ...(mode ? { mode } : {}),
      ...(input.closesAfterDays !== null ? { closesAfterDays: input.closesAfterDays === "never" ? null : input.closesAfterDays } : {}),
      ...(slowModeSeconds !== null ? { slowModeSeconds } : {}),
      ...(input.linksHeld !== null ? { linksHeld: input.linksHeld } : {}),
      ...(input.newcomersHeld !== null ? { newcomersHeld: input.newcomersHeld } : {}),
      ...(input.editMinutes !== null ? { editMinutes: input.editMinutes } : {}),
      ...(input.firstSort !== null ? { firstSort: input.firstSort } : {}),
      ...(pinnedNote !== "" || withoutNote || !input.sectionId ? { pinnedNote } : {}),
    };
    if (!input.sectionId && (!("mode" in said) || !("closesAfterDays" in said) || !("slowModeSeconds" in said))) return fail(invalid("paper_says_all", "The paper’s own rules say all three."));
    const { [input.sectionId ?? ""]: _, ...others } = sections;
    const rules = input.sectionId
      ? { paper, sections: { ...others, ...(Object.keys(said).length > 0 ? { [input.sectionId]: said } : {}) } }
      : { paper: { ...paper, ...said }, sections };
    const [section] = input.sectionId ? await tx.select({ parentId: sectionTable.parentId }).from(sectionTable).where(eq(sectionTable.id, input.sectionId)) : [];
    const from = [input.sectionId, section?.parentId ?? null];
    const was = rulesFor({ paper, sections }, from);
    const unmarked = was.preset === "sensitive" && rulesFor(rules, from).preset !== "sensitive";
    if (unmarked && input.reason === "") return fail(invalid("no_reason", noReason, { fields: { reason: noReason } }));
    await putSetting(tx, discussionRulesKey, rules, now);
    await record({ name: "settings.changed", subjectId: newId(), data: { key: discussionRulesKey, sectionId: input.sectionId, ...said, ...(unmarked ? { reason: input.reason } : {}) } });
    return ok({ version: version + 1 });
  },
});
