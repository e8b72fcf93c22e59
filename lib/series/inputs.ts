import { z } from "zod";
import { isPlainText, singleLine } from "@/lib/kernel/text";
import { longestIntro } from "@/lib/series/limits";

const unstorable = "This text holds characters that cannot be stored.";
const title = z.string("A series needs a title.").max(120, "The title may have 120 characters at most.").refine(isPlainText, unstorable).transform(singleLine).refine((text) => text.length > 0, "A series needs a title.");
const intro = z.string("Write the introduction.").max(longestIntro, `Say it in ${longestIntro} characters.`).refine(isPlainText, unstorable).transform(singleLine);
const seriesId = z.uuid("There is no such series.");
const articleId = z.uuid("There is no such story.");

/** An empty slug is made from the title. */
export const CreateSeriesInput = z.strictObject({ title, slug: z.string().max(400, "This address is too long.").trim(), intro });
export const ChangeSeriesInput = z.strictObject({ seriesId, title, intro });
export const RemoveSeriesInput = z.strictObject({ seriesId });
/** No series takes the story out of the one it stands in. */
export const PlaceInSeriesInput = z.strictObject({ articleId, seriesId: seriesId.nullable() });
export const MovePartInput = z.strictObject({ articleId, direction: z.enum(["up", "down"], "Choose up or down.") });
