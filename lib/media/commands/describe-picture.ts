import { eq } from "drizzle-orm";
import { z } from "zod";
import { rowLock } from "@/db/row-lock";
import { articleMedia, mediaAssets } from "@/db/schema";
import { command } from "@/lib/core/command";
import { fieldLimits } from "@/lib/content/limits";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";
import { mediaDescribe } from "@/lib/media/abilities";

const words = (limit: number) => z.string().max(limit * 2, `This is longer than ${limit} characters.`).transform(singleLine).refine((text) => text.length <= limit, `This is longer than ${limit} characters.`).optional();

const day = z.iso.date("A day is written as 2026-11-26.").nullable().optional();

const DescribePictureInput = z.strictObject({ assetId: z.uuid(), alt: words(fieldLimits.alt), caption: words(fieldLimits.caption), credit: words(fieldLimits.credit), copyright: words(fieldLimits.credit), usableFrom: day, usableUntil: day });

/**
 * Says what a picture shows, whose it is and on which days it may be used. Stories that have words of their own keep them; those that show the picture's credit show
 * the new one at once.
 */
export const describePicture = command({
  name: "describePicture",
  input: DescribePictureInput,
  ability: mediaDescribe,
  async load(tx, { assetId }) {
    const [row] = await tx.select().from(mediaAssets).where(eq(mediaAssets.id, assetId)).for(rowLock);
    return row ?? null;
  },
  async run({ tx, record }, asset, { assetId: _, ...input }) {
    const changed = Object.fromEntries(Object.entries(input).filter(([name, text]) => text !== undefined && text !== asset[name as keyof typeof input]));
    if (Object.values(input).every((text) => text === undefined)) return fail(invalid("nothing_said", "Say what the picture shows, or whose it is."));
    const { id, alt, caption, credit, copyright, usableFrom, usableUntil } = { ...asset, ...changed };
    if (usableFrom && usableUntil && usableFrom > usableUntil) return fail(invalid("days_crossed", "It may be used until a day before the first.", { fields: { usableUntil: "This is before the first day." } }));
    if (Object.keys(changed).length > 0) {
      await tx.update(mediaAssets).set(changed).where(eq(mediaAssets.id, id));
      const shown = await tx.select({ id: articleMedia.articleId }).from(articleMedia).where(eq(articleMedia.assetId, id));
      await record({ name: "media.described", subjectId: id, data: { changed: Object.keys(changed), articles: shown.map((article) => article.id) } });
    }
    return ok({ id, alt, caption, credit, copyright, usableFrom, usableUntil });
  },
});
