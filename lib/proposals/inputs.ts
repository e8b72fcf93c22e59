import { z } from "zod";
import { asideReasons } from "@/lib/articles/device-copy";
import { fieldNamesInOrder } from "@/lib/comparison/bring-back";
import { isPlainText } from "@/lib/kernel/text";
import { longestWord } from "@/lib/proposals/proposal";

const reload = "Reload the page and try again.";
const articleId = z.uuid("There is no such story.");
const proposalId = z.uuid("There is no such proposal.");
const word = z.string("A word must be text.").trim().max(longestWord, `It may have ${longestWord.toLocaleString("en")} characters at most.`).refine(isPlainText, "This text holds characters that cannot be stored.");

/** Which change, as lib/proposals/hunks.ts names it. */
const part = z.string(reload).refine((text) => /^(block|gone):\d{1,4}$/.test(text) || fieldNamesInOrder.some((name) => text === `field:${name}`), reload);
/** What the person saw in the story at the place of a change, and the proposal as it was read: both as lib/proposals/hunks.ts names them. */
const seen = z.string(reload).regex(/^[\w-]{16}$/, reload);
const read = seen;

export const StartCopyInput = z.strictObject({ articleId });
export const SendProposalInput = z.strictObject({ articleId, proposalId, word: word.refine((text) => text !== "", "Say in a word or two why.") });
/** Work that lies aside on a device, by the name that the device gives it (the same each time), and why it lies there. `whole` where it is a document of its own. */
export const ProposeWorkInput = z.strictObject({ articleId, work: z.string(reload).regex(/^[\w-]{43}$/, reload), update: z.instanceof(Uint8Array), whole: z.boolean(), reason: z.enum(asideReasons, reload), since: z.iso.datetime(reload).transform((iso) => new Date(iso)) });
export const OwnProposalInput = z.strictObject({ articleId, proposalId });
/** One change, with the proposal as it was read and what the person saw at its place in the story. */
export const DecideHunkInput = z.strictObject({ articleId, proposalId, verdict: z.enum(["taken", "declined"], reload), read, part, seen });
/** All that nobody has answered yet, with the proposal as it was read: taking takes what fits, declining all of it. */
export const DecideRestInput = z.strictObject({ articleId, proposalId, verdict: z.enum(["taken", "declined"], reload), read, answer: word.default("") });
