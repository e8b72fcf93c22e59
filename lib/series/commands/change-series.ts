import { eq } from "drizzle-orm";
import { series } from "@/db/schema";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { seriesManage } from "@/lib/series/abilities";
import { ChangeSeriesInput, RemoveSeriesInput } from "@/lib/series/inputs";
import { lockSeries, partsOf } from "@/lib/series/lock-series";

/** Gives a series another title or introduction; its address stays. */
export const changeSeries = command({
  name: "changeSeries",
  input: ChangeSeriesInput,
  ability: seriesManage,
  load: lockSeries,
  async run({ tx, record }, { id, slug }, { title, intro }) {
    await tx.update(series).set({ title, intro }).where(eq(series.id, id));
    await record({ name: "series.changed", subjectId: id, data: { slug, title } });
    return ok({ id, slug });
  },
});

/** Takes away a series that no story stands in. Fails with `has_parts` where one does. */
export const removeSeries = command({
  name: "removeSeries",
  input: RemoveSeriesInput,
  ability: seriesManage,
  load: lockSeries,
  async run({ tx, record }, { id, slug }) {
    if ((await partsOf(tx, id)).length > 0) return fail(conflict("has_parts", "Stories stand in this series. Take them out first."));
    await tx.delete(series).where(eq(series.id, id));
    await record({ name: "series.removed", subjectId: id, data: { slug } });
    return ok({ id });
  },
});
