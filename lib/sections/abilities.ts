import { byRole } from "@/lib/policy/ability";

/** Opening, naming and ordering the parts of the paper. */
export const sectionManage = byRole("section.manage", "settings.manage");
