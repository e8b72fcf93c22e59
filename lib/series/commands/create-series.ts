import { series } from "@/db/schema";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isSlug, slugFrom } from "@/lib/kernel/slug";
import { seriesManage } from "@/lib/series/abilities";
import { CreateSeriesInput } from "@/lib/series/inputs";

/** Begins a series at an address that stays. Readers see it with its first public part. Fails with `address` where the slug is none or is taken. */
export const createSeries = command({
  name: "createSeries",
  input: CreateSeriesInput,
  ability: seriesManage,
  load: async () => ({}),
  async run({ tx, now, record }, _, input) {
    const slug = input.slug || slugFrom(input.title);
    const refused = (problem: string) => fail(invalid("address", problem, { fields: { slug: problem } }));
    if (!isSlug(slug)) return refused(`An address may hold small letters, figures and single hyphens. We suggest “${slugFrom(slug) || "series"}”.`);
    const id = newId();
    const made = await tx.insert(series).values({ id, slug, title: input.title, intro: input.intro, createdAt: now }).onConflictDoNothing().returning({ id: series.id });
    if (made.length === 0) return refused(`Another series stands at “/series/${slug}” already.`);
    await record({ name: "series.created", subjectId: id, data: { slug, title: input.title } });
    return ok({ id, slug });
  },
});
