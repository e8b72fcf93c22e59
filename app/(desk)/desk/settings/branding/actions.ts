"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeBranding } from "@/lib/settings/commands/change-branding";
import { enoughToJudge } from "@/lib/settings/drawings";
import { fieldsOf, perform, refused } from "@/lib/web/action";

const drawingFields = ["drawingLight", "drawingDark"] as const;
type DrawingField = (typeof drawingFields)[number];

export async function changeBrandingAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { seen = "", accentLight = "", accentDark = "", masthead = "", mastheadInAccent, pairing = "", social = "", menu = "", foot = "" } = fields;
  const drawings = { ...(await drawn("drawingLight", form)), ...(await drawn("drawingDark", form)) };
  const result = await perform(changeBranding, { seen, accentLight, accentDark, masthead, mastheadInAccent: mastheadInAccent === "on", pairing, social, menu, foot, ...drawings });
  if (!result.ok) {
    return refused(result.failure, { ...typed, ...keptDrawings(drawings, result.failure.fields ?? {}) });
  }
  revalidatePath("/desk/settings/branding");
  const { leftOut } = result.value;
  return { failure: null, typed: {}, done: leftOut.length > 0 ? `Saved: readers see it now. Left out of the drawing: ${leftOut.join(", ")}.` : "Saved: readers see it now." };
}

/** No browser gives a chosen file back to a form that is shown again: what was read of it stays in the form, unless it is what was wrong. */
function keptDrawings(drawings: Partial<Record<DrawingField, string>>, wrong: Record<string, string>): Record<string, string> {
  return Object.fromEntries(drawingFields.map((name) => [`${name}Kept`, wrong[name] ? "" : (drawings[name] ?? "")]));
}

/** What the form says of a drawing: nothing, that it goes, or its source, also of one that was chosen when it was sent before. A file too large is read so far that the command sees it. */
async function drawn(name: DrawingField, form: FormData): Promise<Partial<Record<DrawingField, string>>> {
  const file = form.get(name);
  if (file instanceof File && file.size > 0) return { [name]: await file.slice(0, enoughToJudge).text() };
  const kept = form.get(`${name}Kept`);
  if (typeof kept === "string" && kept !== "") return { [name]: kept };
  return form.get(`${name}Gone`) === "on" ? { [name]: "" } : {};
}
