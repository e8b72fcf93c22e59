import { z } from "zod";
import { correctionKinds } from "@/db/vocabulary";
import { storyContent } from "@/lib/content/document";
import { isPlainText } from "@/lib/kernel/text";

const sentence = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `${what} is needed.`)
    .max(1000, `${what} may have 1,000 characters at most.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.");
const note = z.string().trim().max(1000, "A note may have 1,000 characters at most.").refine(isPlainText, "This text holds characters that cannot be stored.");
const articleId = z.uuid();
/** The version of the story that the person saw; another one means that somebody was faster. */
const version = z.number().int().positive();
const instant = z.iso.datetime({ offset: true, error: "Choose a date and a time." }).transform((iso) => new Date(iso));

export const CreateArticleInput = z.strictObject({ content: storyContent.optional() });
export type CreateArticleInput = z.infer<typeof CreateArticleInput>;

export const PublishInput = z.strictObject({ articleId, version });
export const UpdateInput = z.strictObject({ articleId, version, kind: z.enum(["update", "fix"]), note });
export const CorrectInput = z.strictObject({ articleId, version, kind: z.enum(correctionKinds), note: sentence("A note for readers") });
export const UnpublishInput = z.strictObject({ articleId, version, reason: sentence("A reason") });
export const ScheduleInput = z.strictObject({ articleId, version, at: instant });
export const CancelScheduleInput = z.strictObject({ articleId, version });
export const EmbargoInput = z.strictObject({ articleId, version, until: instant });
export const LiftEmbargoInput = z.strictObject({ articleId, version });
export const HandInInput = z.strictObject({ articleId, version, note });
export const SendBackInput = z.strictObject({ articleId, version, reason: sentence("A word why") });
export const KeepRevisionInput = z.strictObject({ articleId, label: z.string().trim().max(120).refine(isPlainText) });
export const RestoreInput = z.strictObject({ articleId, revisionId: z.uuid() });
export const RewriteInput = z.strictObject({ articleId, content: storyContent });
