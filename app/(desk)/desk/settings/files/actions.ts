"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeCrawlers } from "@/lib/settings/commands/change-crawlers";
import { changePaperFiles } from "@/lib/settings/commands/change-paper-files";
import { fieldsOf, perform, refused } from "@/lib/web/action";

export async function changeFilesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { seen = "", security = "", ads = "", appAds = "", trust = "", humans = "" } = fields;
  const result = await perform(changePaperFiles, { seen, security, ads, appAds, trust, humans });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/files");
  return { failure: null, typed: {}, done: result.value.files === 1 ? "Saved: 1 file is there." : `Saved: ${result.value.files} files are there.` };
}

export async function changeCrawlersAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeCrawlers, { seen: fields.seen ?? "", training: fields.training === "on", answers: fields.answers === "on" });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/files");
  const { training, answers } = result.value;
  return { failure: null, typed: {}, done: training && answers ? "Saved: robots.txt turns none of them away." : `Saved: robots.txt turns away robots that ${[...(training ? [] : ["train language models"]), ...(answers ? [] : ["answer questions"])].join(" and those that ")}.` };
}
