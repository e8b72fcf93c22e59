import { roleNames, roles } from "@/db/vocabulary";
import { permissionTable } from "@/lib/policy/permission-table";
import { capabilities, roleMay } from "@/lib/policy/roles";

/** docs/permissions.md, word for word. */
export function permissionDocument(): string {
  const yes = (may: boolean) => (may ? "yes" : "");
  const who = ["visitor", ...roles] as const;
  return [
    "# Who may do what",
    "",
    "Written by `npm run permissions` from `lib/policy/`; a test fails while it differs, and another where a route, action or socket message of the build has no line.",
    "",
    "## What each role may do at all",
    "",
    `| Capability | ${roles.map((role) => roleNames[role]).join(" | ")} |`,
    `|---|${roles.map(() => "---|").join("")}`,
    ...capabilities.map((capability) => `| \`${capability}\` | ${roles.map((role) => yes(roleMay(role, capability))).join(" | ")} |`),
    "",
    "*Own* stories are those one began or signs. The program itself (sweeps, the demo newsroom) may do everything; each of its acts is in the audit too.",
    "",
    "## Every door",
    "",
    `| Kind | Door | Ability | ${who.map((one) => (one === "visitor" ? "Visitor" : roleNames[one])).join(" | ")} | |`,
    `|---|---|---|${who.map(() => "---|").join("")}---|`,
    ...permissionTable.map((door) => `| ${door.kind} | \`${door.surface}\` | \`${door.ability}\` | ${who.map((one) => yes(door.may.includes(one))).join(" | ")} | ${door.note ?? ""} |`),
    "",
  ].join("\n");
}
