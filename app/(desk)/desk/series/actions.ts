"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeSeries, removeSeries } from "@/lib/series/commands/change-series";
import { createSeries } from "@/lib/series/commands/create-series";
import { movePart, placeInSeries } from "@/lib/series/commands/place-in-series";
import type { Result } from "@/lib/kernel/result";
import { fieldsOf, perform } from "@/lib/web/action";

export async function addSeriesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { title = "", slug = "", intro = "", key } = fields;
  return told(await perform(createSeries, { title, slug, intro }, key ? { key } : {}), typed, ({ slug: address }) => `Its address is /series/${address}.`);
}

export async function changeSeriesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { seriesId = "", title = "", intro = "" } = fields;
  return told(await perform(changeSeries, { seriesId, title, intro }), typed, () => "Saved.");
}

export async function removeSeriesAction(_state: FormState, form: FormData): Promise<FormState> {
  return told(await perform(removeSeries, { seriesId: fieldsOf(form).fields.seriesId ?? "" }), {}, () => "Removed.");
}

export async function partAction(_state: FormState, form: FormData): Promise<FormState> {
  const { articleId = "", to = "" } = fieldsOf(form).fields;
  if (to === "out") return told(await perform(placeInSeries, { articleId, seriesId: null }), {}, () => "Taken out.");
  return told(await perform(movePart, { articleId, direction: to }), {}, ({ position }) => `Now number ${position + 1}.`);
}

function told<Value>(result: Result<Value>, typed: Record<string, string>, done: (value: Value) => string): FormState {
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/series");
  return { failure: null, typed: {}, done: done(result.value) };
}
