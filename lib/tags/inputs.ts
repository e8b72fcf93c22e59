import { z } from "zod";
import { isPlainText, singleLine } from "@/lib/kernel/text";

export const longestIntro = 600;

/** An empty introduction is none. */
export const DescribeTagInput = z.strictObject({
  tagId: z.uuid("There is no such tag."),
  intro: z.string("Write the introduction.").max(longestIntro, `Say it in ${longestIntro} characters.`).refine(isPlainText, "This text holds characters that cannot be stored.").transform(singleLine),
});
