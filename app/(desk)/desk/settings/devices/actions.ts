"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeDevices } from "@/lib/settings/commands/change-devices";
import { fieldsOf, perform, refused } from "@/lib/web/action";

export async function changeDevicesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeDevices, { seen: fields.seen ?? "", keep: fields.keep === "on" });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/devices");
  return { failure: null, typed: {}, done: result.value.keep ? "Switched on: browsers keep what has not gone up yet." : "Switched off: browsers keep nothing, and drop what they have when they next open a story." };
}
