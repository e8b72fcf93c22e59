import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { embedProviders } from "@/lib/content/blocks/embed";
import { providers } from "@/lib/embeds/providers";
import { fileHeaders, readerHeaders } from "@/server/headers";
import { readerScript } from "@/server/reader-script";

it("the script of reader pages stays within ten kilobytes", async () => {
  const script = await readerScript(process.cwd(), false);
  expect(script.gzipBytes).toBeLessThanOrEqual(10 * 1024);
  expect(script.path).toMatch(/^\/reader-[\w-]{12}\.js$/);
});

it("what comes later is there under the address that the script names, and nothing else is", async () => {
  const script = await readerScript(process.cwd(), false);
  const fetched = (path: string) => {
    const parts: { status?: number; body?: Buffer } = {};
    const response = { writeHead: (status: number) => Object.assign(parts, { status }), end: (body: Buffer) => Object.assign(parts, { body }) };
    return { sent: script.send(path, { headers: {}, method: "GET" } as IncomingMessage, response as unknown as ServerResponse, true), ...parts };
  };
  const first = fetched(script.path).body?.toString() ?? "";
  const later = [...new Set(first.match(/\/reader-[\w-]{12}\.js/g))];
  expect(later).toHaveLength(3);
  const still = later.flatMap((path) => fetched(path).body?.toString().match(/\/reader-[\w-]{12}\.js/g) ?? []);
  expect(still).toHaveLength(1);
  expect(fetched(still[0] ?? "")).toMatchObject({ sent: true, status: 200 });
  for (const path of later) expect(fetched(path)).toMatchObject({ sent: true, status: 200 });
  expect(first).not.toContain("laterScripts");
  expect(fetched("/reader-aaaaaaaaaaaa.js")).toEqual({ sent: false });
});

it("pages may frame whom the table of embeds names, and nobody else; files may frame nobody", () => {
  const hash = `'sha256-${createHash("sha256").update("x").digest("base64")}'`;
  const policy = readerHeaders(true, [hash])["Content-Security-Policy"] ?? "";
  const named = /frame-src ([^;]+)/.exec(policy)?.[1]?.split(" ") ?? [];
  expect(named).toEqual([...new Set(embedProviders.flatMap((name) => providers[name].frameOrigins))].sort());
  for (const origin of named) expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+$/);
  expect(policy).toMatch(/script-src 'self'; style-src 'self' 'sha256-[^']+'; img-src 'self' data:;/);
  expect(fileHeaders(true)["Content-Security-Policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
});
