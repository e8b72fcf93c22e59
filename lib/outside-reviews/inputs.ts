import { z } from "zod";
import { isPlainText } from "@/lib/kernel/text";
import { reviewDays, reviewLengths } from "@/lib/outside-reviews/limits";
import { oneLine } from "@/lib/outside-reviews/review";

const reload = "Reload the page and try again.";
const words = (what: string, most: number) => z.string(`${what} must be text.`).trim().max(most, `It may have ${most.toLocaleString("en")} characters at most.`).refine(isPlainText, "This text holds characters that cannot be stored.");
const articleId = z.uuid("There is no such story.");
const reviewId = z.uuid("There is no such link.");
/** What only the link holds, and what only one browser holds: 256 bits each, as `newToken` writes them. */
const secret = z.string(reload).regex(/^[\w-]{43}$/, reload);
/** Not trimmed as other words are: a space that does not break is none that somebody left over. */
const instead = z.string("Other words must be text.").transform(oneLine).refine((text) => text.length <= reviewLengths.instead, `It may have ${reviewLengths.instead.toLocaleString("en")} characters at most.`).refine(isPlainText, "This text holds characters that cannot be stored.").default("");
/** One line: whatever else a name holds becomes a space. */
const name = words("A name", reviewLengths.name).transform((text) => text.replace(/\s+/g, " ")).refine((text) => /\p{L}/u.test(text), "Say who you are.");

export const OfferReviewInput = z.strictObject({
  articleId,
  forWhom: words("A name", reviewLengths.name).refine((text) => text !== "", "Say whom it is for."),
  word: words("A word", reviewLengths.word).default(""),
  days: z.coerce.number(reload).int().min(1, "It must last a day at least.").max(reviewDays.most, `It may last ${reviewDays.most} days at most.`),
});
export const RevokeReviewInput = z.strictObject({ articleId, reviewId });
export const EnterReviewInput = z.strictObject({ token: secret, name });
export const SeeReviewInput = z.strictObject({ token: secret, key: secret });
export const RemarkInput = z
  .strictObject({ token: secret, key: secret, part: z.string(reload).max(40), said: words("A remark", reviewLengths.said).default(""), instead });
export const SettleRemarkInput = z.strictObject({ articleId, remarkId: z.uuid("There is no such remark."), verdict: z.enum(["taken", "declined", "done"], reload), /** What the person saw in the story at that place. */ seen: z.string(reload).max(40).default("") });
