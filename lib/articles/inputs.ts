import { z } from "zod";
import { correctionKinds } from "@/db/vocabulary";
import { fieldNamesInOrder, type PartOfStory } from "@/lib/comparison/bring-back";
import { storyContent } from "@/lib/content/document";
import { isPlainText } from "@/lib/kernel/text";

const unstorable = "This text holds characters that cannot be stored.";
const sentence = (what: string) => z.string(`${what} is needed.`).trim().min(1, `${what} is needed.`).max(1000, `${what} may have 1,000 characters at most.`).refine(isPlainText, unstorable);
const note = z.string("A note must be text.").trim().max(1000, "A note may have 1,000 characters at most.").refine(isPlainText, unstorable);
const articleId = z.uuid("There is no such story.");
/** The version of the story that the person saw; another one means that somebody was faster. */
const version = z.number("Reload the page and try again.").int("Reload the page and try again.").positive("Reload the page and try again.");
const instant = z.iso.datetime({ offset: true, error: "Choose a date and a time." }).transform((iso) => new Date(iso));

/** `begunOffline` is the name that a device gave to a story which was begun there without the server: under each name a person begins one. */
export const CreateArticleInput = z.strictObject({ content: storyContent.optional(), begunOffline: z.uuid("Reload the page and try again.").optional() });
export type CreateArticleInput = z.infer<typeof CreateArticleInput>;

export const PublishInput = z.strictObject({ articleId, version });
export const UpdateInput = z.strictObject({ articleId, version, kind: z.enum(["update", "fix"], "Choose what kind of change it is."), note });
export const CorrectInput = z.strictObject({ articleId, version, kind: z.enum(correctionKinds, "Choose what kind of correction it is."), note: sentence("A note for readers") });
export const UnpublishInput = z.strictObject({ articleId, version, reason: sentence("A reason") });
export const ScheduleInput = z.strictObject({ articleId, version, at: instant });
export const CancelScheduleInput = z.strictObject({ articleId, version });
export const EmbargoInput = z.strictObject({ articleId, version, until: instant });
export const LiftEmbargoInput = z.strictObject({ articleId, version });
export const DeviceCopiesInput = z.strictObject({ articleId, allowed: z.boolean("Say whether devices may keep it.") });
export const HandInInput = z.strictObject({ articleId, version, note });
export const SendBackInput = z.strictObject({ articleId, version, reason: sentence("A word why") });
/** So many stories may be chosen to be read after one. */
export const mostPicks = 6;
/** In their order, each once. `seen` are those that stood there when somebody began to choose. */
export const ChooseRelatedInput = z.strictObject({
  articleId,
  related: z.array(articleId, "Choose stories.").max(mostPicks, `Choose ${mostPicks} stories at most.`).refine((ids) => new Set(ids).size === ids.length, "A story stands here twice."),
  seen: z.array(articleId, "Open the story again: it does not say what was chosen before.").max(mostPicks),
});
/** Of which story it is the translation, or the original; null for none. */
export const TieTranslationInput = z.strictObject({ articleId, otherId: articleId.nullable() });
const versionName = z.string("A version’s name must be text.").trim().max(120, "A version’s name may have 120 characters at most.").refine(isPlainText, unstorable);
export const KeepRevisionInput = z.strictObject({ articleId, label: versionName });
/** Without a name it is taken away; `seen` is how often the person saw it named. */
export const NameRevisionInput = z.strictObject({ articleId, revisionId: z.uuid("There is no such version."), name: versionName, seen: z.coerce.number("Reload the page and try again.").int().min(0).max(1_000_000) });
/** Which part of a version: "block:3" by its place, "without:abcdefghij" a block that came since, "field:headline". Which of its words a version has, the command sees. */
const partOfStory = z
  .string("Reload the page and try again.")
  .max(60, "Reload the page and try again.")
  .transform((text, context): PartOfStory => {
    const [kind, rest = ""] = text.split(/:(.*)/s);
    const field = fieldNamesInOrder.find((name) => name === rest);
    if (kind === "block" && /^\d{1,4}$/.test(rest)) return { kind, at: Number(rest) };
    if (kind === "without" && /^[a-z0-9]{10}$/.test(rest)) return { kind, id: rest };
    if (kind === "field" && field) return { kind, name: field };
    context.addIssue({ code: "custom", message: "Reload the page and try again." });
    return z.NEVER;
  });
export const RestorePartInput = z.strictObject({ articleId, revisionId: z.uuid("There is no such version."), part: partOfStory });
/** `shown` is what the person was shown, where that is not what stands now: up to when it was written, and the newest version then. */
export const LookInput = z.strictObject({ articleId, shown: z.strictObject({ at: instant, revisionId: z.uuid("There is no such version.").nullable() }).nullish() });
export const RestoreInput = z.strictObject({ articleId, revisionId: z.uuid("There is no such version.") });
export const RewriteInput = z.strictObject({ articleId, content: storyContent });
