import { z } from "zod";
import { accents } from "@/db/vocabulary";
import { isPlainText, singleLine } from "@/lib/kernel/text";

const unstorable = "This text holds characters that cannot be stored.";
const name = z.string("A section needs a name.").max(60, "A section’s name may have 60 characters at most.").refine(isPlainText, unstorable).transform(singleLine).refine((text) => text.length > 0, "A section needs a name.");
const description = z.string().max(300, "Say it in 300 characters.").refine(isPlainText, unstorable).transform(singleLine);
const slug = z.string().max(400, "This address is too long.").trim();
const accent = z.enum(accents, "Choose one of the accents.");
const sectionId = z.uuid("There is no such section.");
/** Empty for a section of the paper itself. */
const parentId = z.union([z.literal("").transform(() => null), z.uuid("There is no such section.")]).default(null);

/** An empty slug is made from the name. */
export const CreateSectionInput = z.strictObject({ name, slug, accent, description, parentId });
export const ChangeSectionInput = z.strictObject({ sectionId, seen: z.string("Open the page again: it does not say from what it began.").max(100), name, slug, accent, description, parentId });
export const MoveSectionInput = z.strictObject({ sectionId, direction: z.enum(["up", "down"], "Choose up or down.") });
