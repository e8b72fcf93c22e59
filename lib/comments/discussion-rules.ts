import { z } from "zod";
import { type DiscussionMode, discussionModes } from "@/db/vocabulary";
import { type ThreadSort, threadSorts } from "@/lib/comments/discussion-view";
import { type SectionPreset, sectionPresets } from "@/lib/comments/presets";
import { commentSettings } from "@/lib/comments/settings";

/** Under which key they lie among the settings. */
export const discussionRulesKey = "discussions";

/** How a discussion is held where nothing nearer says otherwise: a story's own word comes before its section's, that before the whole section's of which it is a part, and that before the paper's. */
export type DiscussionRules = {
  mode: Exclude<DiscussionMode, "inherit">;
  /** Days from first publication; null: it stays open. */
  closesAfterDays: number | null;
  /** How long one person waits between two comments of a discussion. */
  slowModeSeconds: number;
  /** Whether any link waits, whoever gives it; else who is known may give some. */
  linksHeld: boolean;
  /** Whether what readers write whom the paper does not know yet is read first (lib/comments/trust.ts). A guest's always is. */
  newcomersHeld: boolean;
  /** For how long somebody may change what she wrote; 0: not at all. */
  editMinutes: number;
  /** In which order threads stand at first. */
  firstSort: ThreadSort;
  /** Said by the newsroom above the comments of every story that says nothing of its own; empty: nothing, in a section whatever the paper says. */
  pinnedNote: string;
  /** The way with a name by which a section holds them; null: by single choices. */
  preset: SectionPreset | null;
};

export const ruleModes = discussionModes.filter((mode) => mode !== "inherit");

const rules = z.object({
  mode: z.enum(ruleModes),
  closesAfterDays: z.number().int().min(1).max(commentSettings.mostDays).nullable(),
  slowModeSeconds: z.number().int().min(0).max(commentSettings.slowestSeconds),
  linksHeld: z.boolean(),
  newcomersHeld: z.boolean(),
  editMinutes: z.number().int().min(0).max(commentSettings.edits.mostMinutes),
  firstSort: z.enum(threadSorts),
  pinnedNote: z.string().max(commentSettings.pinnedNote),
  preset: z.enum(sectionPresets).nullable(),
});

/** What was saved before links, newcomers, changes, the order, the note and the ways with a name had rules of their own says nothing of them. */
const paperRules = rules.extend({ linksHeld: z.boolean().default(false), newcomersHeld: z.boolean().default(true), editMinutes: rules.shape.editMinutes.default(commentSettings.edits.minutes), firstSort: z.enum(threadSorts).default("newest"), pinnedNote: z.string().max(commentSettings.pinnedNote).default(""), preset: z.enum(sectionPresets).nullable().default(null) });

/** What Standfirst comes with. */
export const firstRules: DiscussionRules = { mode: "open", closesAfterDays: commentSettings.closesAfterDays, slowModeSeconds: 0, linksHeld: false, newcomersHeld: true, editMinutes: commentSettings.edits.minutes, firstSort: "newest", pinnedNote: "", preset: null };

const StoredRules = z.object({ paper: paperRules, sections: z.record(z.uuid(), rules.partial()) });
export type StoredRules = { paper: DiscussionRules; sections: Record<string, Partial<DiscussionRules>> };

/** The rules as they lie among the settings; what cannot be read is as if nobody had written it. */
export function storedRules(value: unknown): StoredRules {
  const parsed = StoredRules.safeParse(value);
  if (!parsed.success) return { paper: firstRules, sections: {} };
  return {
    paper: parsed.data.paper,
    sections: Object.fromEntries(Object.entries(parsed.data.sections).map(([id, own]) => [id, said(own)])),
  };
}

/** What holds in a section. `from` names it first, then that of which it is a part. */
export function rulesFor({ paper, sections }: StoredRules, from: readonly (string | null)[]): DiscussionRules {
  return Object.assign({}, paper, ...from.toReversed().map((id) => (id ? ownWay(sections[id]) : undefined)));
}

/** What a section says: whoever chooses there who may comment without a way that has a name leaves that of the whole. */
const ownWay = (rules: Partial<DiscussionRules> = {}): Partial<DiscussionRules> => (rules.mode !== undefined && rules.preset === undefined ? { ...rules, preset: null } : rules);

/** Without what is not said. */
function said(own: { [Name in keyof DiscussionRules]?: DiscussionRules[Name] | undefined }): Partial<DiscussionRules> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}
