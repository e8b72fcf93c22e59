import { byRole } from "@/lib/policy/ability";

/** What the paper is called and says of itself. */
export const paperChange = byRole("paper.change", "settings.manage");

/** How the paper looks: its name, colours, faces and links. */
export const brandingChange = byRole("branding.change", "settings.manage");

/** How the paper writes: the words it prefers. */
export const houseStyleChange = byRole("house_style.change", "settings.manage");

/** Whether the server fetches from outside addresses. */
export const outsideChange = byRole("outside.change", "settings.manage");

/** Whether browsers may keep copies of stories that are being written. */
export const devicesChange = byRole("devices.change", "settings.manage");

/** The files that machines look for at the paper's root. */
export const filesChange = byRole("files.change", "settings.manage");
