import { type DiscussionMode, type DiscussionPreset, discussionPresets } from "@/db/vocabulary";

/** A section may be held in each of the ways but the standard one, which is to say nothing. */
export type SectionPreset = Exclude<DiscussionPreset, "standard">;
export const sectionPresets = discussionPresets.filter((preset) => preset !== "standard");

/** What each way to hold a discussion means; `none` of them is a wish of its own. */
export const presets: Record<DiscussionPreset, { name: string; hint: string; mode: DiscussionMode; slowModeSeconds: number | null }> = {
  standard: { name: "Standard", hint: "As its section has it.", mode: "inherit", slowModeSeconds: null },
  reviewed: { name: "Reviewed", hint: "Every comment is read before it appears.", mode: "premod", slowModeSeconds: null },
  sensitive: {
    name: "Sensitive",
    hint: "No comments: courts, minors, deaths, self-harm. Opening it again asks for a reason, which is kept with your name.",
    mode: "off",
    slowModeSeconds: null,
  },
  questions: {
    name: "Questions and answers",
    hint: "Open, and nobody may fill it: two minutes between two comments.",
    mode: "open",
    slowModeSeconds: 120,
  },
  live: { name: "Live", hint: "For a story that goes on: every comment is read before it appears.", mode: "premod", slowModeSeconds: null },
};

/** What whoever opens a sensitive story or section without a word about it hears. */
export const noReason = "Say why it is held as sensitive no longer.";

/** What whoever writes a note and wants none hears. */
export const noteAndNone = "Write a word or choose to have none, not both.";
