"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/action-form";
import { createPage } from "@/lib/pages/commands/create-page";
import { deletePage } from "@/lib/pages/commands/delete-page";
import { movePage } from "@/lib/pages/commands/move-page";
import { publishPage, withdrawPage } from "@/lib/pages/commands/publish-page";
import { bringBackPage, rewritePage } from "@/lib/pages/commands/rewrite-page";
import { fieldsOf, perform } from "@/lib/web/action";

const place = "/desk/settings/pages";

/** Begins a page and goes to where it is written. */
export async function addPageAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { title = "", slug = "", purpose = "", key } = fields;
  const result = await perform(createPage, { title, slug, purpose }, key ? { key } : {});
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath(place);
  redirect(`${place}/${result.value.id}`);
}

/** Keeps what was typed as a version, and with the other button puts it before readers too. */
export async function writePageAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed: sent } = fieldsOf(form);
  const { pageId = "", seq = "", title = "", slug = "", purpose = "", typed = "" } = fields;
  const kept = await perform(rewritePage, { pageId, seq, title, slug, purpose, typed });
  if (!kept.ok) return { failure: kept.failure, typed: sent, done: null };
  revalidatePath(`${place}/${pageId}`);
  if (fields.then !== "publish") return { failure: null, typed: {}, done: `Version ${kept.value.seq} is kept. Readers see it once it is published.` };
  const published = await perform(publishPage, { pageId, seq: kept.value.seq });
  if (!published.ok) return { failure: published.failure, typed: { ...sent, seq: String(kept.value.seq) }, done: null };
  return { failure: null, typed: {}, done: `Published at /about/${published.value.slug}.` };
}

export async function withdrawPageAction(_state: FormState, form: FormData): Promise<FormState> {
  const { pageId = "" } = fieldsOf(form).fields;
  const result = await perform(withdrawPage, { pageId });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath(`${place}/${pageId}`);
  return { failure: null, typed: {}, done: "Taken off the site. Its address says that it is gone." };
}

export async function deletePageAction(_state: FormState, form: FormData): Promise<FormState> {
  const { pageId = "", seq = "" } = fieldsOf(form).fields;
  const result = await perform(deletePage, { pageId, seq });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath(place);
  redirect(place);
}

export async function bringBackPageAction(_state: FormState, form: FormData): Promise<FormState> {
  const { pageId = "", seq = "", version = "" } = fieldsOf(form).fields;
  const result = await perform(bringBackPage, { pageId, seq, version });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath(`${place}/${pageId}`);
  redirect(`${place}/${pageId}`);
}

export async function movePageAction(_state: FormState, form: FormData): Promise<FormState> {
  const { pageId = "", direction = "" } = fieldsOf(form).fields;
  const result = await perform(movePage, { pageId, direction });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath(place);
  return { failure: null, typed: {}, done: `Now number ${result.value.position + 1}.` };
}
