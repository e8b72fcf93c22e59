import { byRole } from "@/lib/policy/ability";

/** Writing, ordering and publishing what the paper says of itself. */
export const pageManage = byRole("page.manage", "settings.manage");
