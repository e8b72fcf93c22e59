import { byRole } from "@/lib/policy/ability";

/** Introducing what stories are about. */
export const tagDescribe = byRole("tag.describe", "article.edit_any");
