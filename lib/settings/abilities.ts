import { byRole } from "@/lib/policy/ability";

/** How the paper writes: the words it prefers. */
export const houseStyleChange = byRole("house_style.change", "settings.manage");
