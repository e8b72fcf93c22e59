import { z } from "zod";
import { pagePurposes } from "@/db/vocabulary";
import { isPlainText, plainText, singleLine } from "@/lib/kernel/text";

const unstorable = "This text holds characters that cannot be stored.";
const title = z.string("A page needs a title.").max(120, "A title may have 120 characters at most.").refine(isPlainText, unstorable).transform(singleLine).refine((text) => text.length > 0, "A page needs a title.");
const slug = z.string().max(400, "This address is too long.").trim();
const purpose = z.enum(pagePurposes, "Choose what the page is for.");
const typed = z.string("Write the page’s text.").max(100_000, "No such page is so long.").transform((text) => plainText(text).trimEnd());
const pageId = z.uuid("There is no such page.");
/** The version that was seen: what somebody else has saved since is not overwritten. */
const seq = z.coerce.number("There is no such version.").int().min(1).max(1_000_000);

/** An empty slug is made from the title. */
export const CreatePageInput = z.strictObject({ title, slug, purpose });
export const RewritePageInput = z.strictObject({ pageId, seq, title, slug, purpose, typed });
export const PublishPageInput = z.strictObject({ pageId, seq });
export const WithdrawPageInput = z.strictObject({ pageId });
export const DeletePageInput = z.strictObject({ pageId, seq });
export const MovePageInput = z.strictObject({ pageId, direction: z.enum(["up", "down"], "Choose up or down.") });
/** `seq` is the newest version that was seen, `version` the one that comes back. */
export const BringBackPageInput = z.strictObject({ pageId, seq, version: seq });
