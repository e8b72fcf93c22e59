import { expect, it } from "vitest";
import { deskHeaders, fileHeaders, mediaHeaders, previewHeaders, readerHeaders } from "@/server/headers";

it("gives a preview the reader's rules, for one person and never to be kept", () => {
  const headers = previewHeaders(true, ["'sha256-x'"]);
  expect(headers["Content-Security-Policy"]).toMatch(/; script-src 'self'; style-src 'self' 'sha256-x';.* frame-src https:\/\//);
  expect(headers).toMatchObject({ "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "same-origin" });
});

it("lets the desk alone frame a preview, and nobody frame anything else", () => {
  const policyOf = (headers: Record<string, string>) => headers["Content-Security-Policy"];
  expect(policyOf(previewHeaders(true, []))).toContain("frame-ancestors 'self'");
  for (const headers of [readerHeaders(true, []), deskHeaders(true, false).headers, fileHeaders(true), mediaHeaders(true)]) expect(policyOf(headers)).toContain("frame-ancestors 'none'");
});
