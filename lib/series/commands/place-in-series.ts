import { eq } from "drizzle-orm";
import { seriesParts } from "@/db/schema";
import { articlePublish } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { command } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { seriesManage } from "@/lib/series/abilities";
import { MovePartInput, PlaceInSeriesInput } from "@/lib/series/inputs";
import { lockPart, lockSeries, partsOf } from "@/lib/series/lock-series";

/** Puts a story at the end of a series, out of the one it stood in, or into none. Readers see it there at once if it is public. */
export const placeInSeries = command({
  name: "placeInSeries",
  input: PlaceInSeriesInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, record }, { id: articleId }, { seriesId }) {
    const [standing] = await tx.select().from(seriesParts).where(eq(seriesParts.articleId, articleId));
    if ((standing?.seriesId ?? null) === seriesId) return ok({ seriesId });
    if (seriesId && !(await lockSeries(tx, { seriesId }))) return fail(invalid("no_series", "There is no such series.", { fields: { seriesId: "There is no such series." } }));
    if (standing) await tx.delete(seriesParts).where(eq(seriesParts.articleId, articleId));
    if (seriesId) await tx.insert(seriesParts).values({ articleId, seriesId, position: ((await partsOf(tx, seriesId)).at(-1)?.position ?? -1) + 1 });
    const touched = [standing?.seriesId, seriesId].flatMap((id) => id ?? []);
    for (const id of touched) await record({ name: "series.placed", subjectId: id, data: { articles: [articleId] } });
    return ok({ seriesId });
  },
});

/** Moves a part one place up or down in its series; at either end nothing moves. */
export const movePart = command({
  name: "movePart",
  input: MovePartInput,
  ability: seriesManage,
  load: lockPart,
  async run({ tx, record }, { articleId, seriesId }, { direction }) {
    const parts = await partsOf(tx, seriesId);
    const from = parts.findIndex((part) => part.articleId === articleId);
    const to = direction === "up" ? from - 1 : from + 1;
    if (!parts[to]) return ok({ position: from });
    const order = parts.toSpliced(from, 1).toSpliced(to, 0, ...parts.slice(from, from + 1));
    for (const [position, part] of order.entries()) if (part.position !== position) await tx.update(seriesParts).set({ position }).where(eq(seriesParts.articleId, part.articleId));
    await record({ name: "series.placed", subjectId: seriesId, data: { articles: [] } });
    return ok({ position: to });
  },
});
