import { expect, it } from "vitest";
import { deskHeaders, previewHeaders } from "@/server/headers";

it("lets a preview show what a reader may ask for, and keeps the desk's rules for everything else", () => {
  const { headers, policy } = previewHeaders(true, false);
  expect(policy).toMatch(/; frame-src https:\/\//);
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers["Cache-Control"]).toBe("private, no-store");
  expect(deskHeaders(true, false).policy).not.toContain("frame-src");
});
