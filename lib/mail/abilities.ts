import { byRole } from "@/lib/policy/ability";

/** Reading what mail went out or waits, and having one tried again. */
export const mailManage = byRole("mail.manage", "settings.manage");
