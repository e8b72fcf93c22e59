import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { roles } from "@/db/vocabulary";
import { permissionDocument } from "@/lib/policy/permission-document";
import { permissionTable } from "@/lib/policy/permission-table";
import { roleMay } from "@/lib/policy/roles";

it("the permission table in the docs is the one in the program", () => {
  expect(readFileSync("docs/permissions.md", "utf8")).toBe(permissionDocument());
});

it("the doors agree with what the roles may do", () => {
  const who = (ability: string, kind?: string) => permissionTable.filter((door) => door.ability === ability && (!kind || door.kind === kind)).map((door) => door.may);
  for (const may of who("people.manage")) expect(may).toEqual(roles.filter((role) => roleMay(role, "people.manage")));
  for (const may of who("section.manage")) expect(may).toEqual(roles.filter((role) => roleMay(role, "settings.manage")));
  for (const may of who("house_style.change")) expect(may).toEqual(roles.filter((role) => roleMay(role, "settings.manage")));
  for (const may of who("comment.moderate")) expect([...may].sort()).toEqual(roles.filter((role) => roleMay(role, "comment.moderate")).sort());
  for (const may of who("article.create")) expect([...may].sort()).toEqual(roles.filter((role) => roleMay(role, "article.create")).sort());
  for (const may of who("article.send_back")) expect([...may].sort()).toEqual(roles.filter((role) => roleMay(role, "article.publish_any")).sort());
  for (const may of who("article.publish")) expect([...may].sort()).toEqual(roles.filter((role) => roleMay(role, "article.publish_own")).sort());
});

it("a lower role never may what a higher may not", () => {
  const order = ["reader", "contributor", "author", "editor", "administrator"] as const;
  for (const [index, role] of order.entries()) for (const higher of order.slice(index)) for (const door of permissionTable) if (door.may.includes(role)) expect(door.may, `${door.surface} for ${higher}`).toContain(higher);
});
