import { expect, it } from "vitest";
import { auditFilterFrom } from "@/lib/moderation/audit-filter";

it.each([["2026-02-28", "2026-02-28"], ["2024-02-29", "2024-02-29"], ["2026-02-31", null], ["2026-13-01", null], ["0000-01-01", null], ["yesterday", null]])("reads %s as a day only where there is one", (from, read) => {
  expect(auditFilterFrom({ from }).from).toBe(read);
});
