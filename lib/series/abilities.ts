import { byRole } from "@/lib/policy/ability";

/** Beginning, naming and ordering series. Putting one's own story into one is for whoever may publish it. */
export const seriesManage = byRole("series.manage", "article.edit_any");
