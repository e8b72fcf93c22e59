"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeBranding } from "@/lib/settings/commands/change-branding";
import { mostOfADrawing } from "@/lib/settings/drawings";
import { fieldsOf, perform } from "@/lib/web/action";

export async function changeBrandingAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { accentLight = "", accentDark = "", masthead = "", mastheadInAccent, pairing = "", social = "", menu = "", foot = "" } = fields;
  const drawings = { ...(await drawn("drawingLight", form)), ...(await drawn("drawingDark", form)) };
  const result = await perform(changeBranding, { accentLight, accentDark, masthead, mastheadInAccent: mastheadInAccent === "on", pairing, social, menu, foot, ...drawings });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/settings/branding");
  const { leftOut } = result.value;
  return { failure: null, typed: {}, done: leftOut.length > 0 ? `Saved: readers see it now. Left out of the drawing: ${leftOut.join(", ")}.` : "Saved: readers see it now." };
}

/** What the form says of a drawing: nothing, that it goes, or its source. A file too large is read so far that the command sees it. */
async function drawn(name: "drawingLight" | "drawingDark", form: FormData): Promise<Partial<Record<typeof name, string>>> {
  const file = form.get(name);
  if (file instanceof File && file.size > 0) return { [name]: await file.slice(0, mostOfADrawing + 1_000).text() };
  return form.get(`${name}Gone`) === "on" ? { [name]: "" } : {};
}
