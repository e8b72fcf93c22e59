import { writeFileSync } from "node:fs";
import { permissionDocument } from "@/lib/policy/permission-document";

/** npm run permissions: writes docs/permissions.md from the permission table. */
writeFileSync("docs/permissions.md", permissionDocument());
console.log("docs/permissions.md is written.");
