import { beforeAll, describe, expect, it } from "vitest";
import { testEnv } from "@/db/testing/env";
import { networkOf, visitorAddress } from "@/lib/core/network";
import { isFromOwnPages, isOwnHost } from "@/lib/core/own-origin";
import { readCursor, signCursor } from "@/lib/core/signed-cursor";
import { provide } from "@/lib/kernel/process-store";
import { safeRedirect } from "@/lib/web/safe-redirect";

beforeAll(() => provide("env", testEnv));

const headers = (given: Record<string, string>) => ({ get: (name: string) => given[name] ?? null });

describe("a request that changes something", () => {
  it.each<[boolean, Record<string, string>]>([
    [true, { origin: "http://localhost:3999", "sec-fetch-site": "same-origin" }],
    [true, { origin: "http://127.0.0.1:3999" }],
    [true, { "sec-fetch-site": "same-origin" }],
    [false, {}],
    [false, { origin: "null" }],
    [false, { origin: "https://evil.example" }],
    [false, { origin: "http://localhost:4000" }],
    [false, { origin: "http://localhost:3999", "sec-fetch-site": "cross-site" }],
    [false, { "sec-fetch-site": "same-site" }],
    [false, { "sec-fetch-site": "none" }],
    [false, { origin: "http://localhost:3999.evil.example" }],
  ])("is ours: %s for %j", (ours, given) => {
    expect(isFromOwnPages(headers(given))).toBe(ours);
  });
});

it.each<[boolean, string | undefined]>([
  [true, "localhost:3999"],
  [true, "127.0.0.1:3999"],
  [true, "[::1]:3999"],
  [false, "localhost"],
  [false, "evil.example"],
  [false, "localhost:3999.evil.example"],
  [false, undefined],
])("answers for this host: %s for %s", (ours, host) => {
  expect(isOwnHost(host)).toBe(ours);
});

describe("the visitor's address", () => {
  it("is the socket's; no forwarding header is believed by default", () => {
    expect(visitorAddress("::ffff:10.0.0.7", { "x-forwarded-for": "1.2.3.4" }, 0)).toBe("10.0.0.7");
  });
  it("is what the outermost trusted proxy wrote, whatever the visitor wrote before it", () => {
    expect(visitorAddress("10.0.0.1", { "x-forwarded-for": "6.6.6.6, 1.2.3.4" }, 1)).toBe("1.2.3.4");
    expect(visitorAddress("10.0.0.1", { "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.2" }, 2)).toBe("1.2.3.4");
  });
  it("counts a whole /64 of IPv6 as one", () => {
    expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:ffff::9"));
    expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
    expect(networkOf("10.0.0.1")).not.toContain("10.0.0.1");
  });
});

describe("where one goes after signing in", () => {
  it.each(["/desk", "/desk/articles/1?x=1#y", "/account"])("may be %s", (path) => {
    expect(safeRedirect(path, "/fallback")).toBe(path);
  });
  it.each(["//evil.example", "/\\evil.example", "\\\\evil", "https://evil.example", "https:evil.example", "/%5cevil.example", "/%2fevil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x", "/\tevil", "", null, undefined, `/${"x".repeat(600)}`, "/é"])("is never %j", (path) => {
    expect(safeRedirect(path, "/fallback")).toBe("/fallback");
  });
});

it("a cursor is read only where we wrote it, and only for its list", () => {
  const place = { at: new Date(1_800_000_000_000), id: "0190b5a0-0000-7000-8000-000000000001" };
  const cursor = signCursor("section:town", place);
  expect(readCursor("section:town", cursor)).toEqual(place);
  expect(readCursor("section:world", cursor)).toBeNull();
  expect(readCursor("section:town", cursor.replace("0190", "0191"))).toBeNull();
  expect(readCursor("section:town", "nonsense")).toBeNull();
});
