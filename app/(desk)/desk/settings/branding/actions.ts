"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { invalid } from "@/lib/kernel/failure";
import { iconLimits } from "@/lib/media/icon";
import { changeBranding } from "@/lib/settings/commands/change-branding";
import { changeIcon } from "@/lib/settings/commands/change-icon";
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

/** Takes the icon that was chosen, or takes the one there is away. */
export async function changeIconAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const file = form.get("icon");
  const chosen = file instanceof File && file.size > 0;
  const failed = (message: string): FormState => ({ failure: invalid("no_icon", message, { fields: { icon: message } }), typed, done: null });
  const kept = fields.iconKept ?? "";
  if (!chosen && kept === "" && fields.gone !== "on") return failed("Choose a picture.");
  const picture = chosen ? Buffer.from(await file.slice(0, iconLimits.bytes + 1).arrayBuffer()).toString("base64") : kept;
  const result = await perform(changeIcon, { seen: fields.seen ?? "", picture });
  // No browser gives a chosen file back: what was made of it stays in the form.
  if (!result.ok) return refused(result.failure, { ...typed, iconKept: String(result.failure.values?.icon ?? "") });
  revalidatePath("/desk/settings/branding");
  return { failure: null, typed: {}, done: picture === "" ? "The icon is taken away." : "Saved: browsers show it when they next look." };
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
