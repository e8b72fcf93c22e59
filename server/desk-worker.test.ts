import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { deskWorkerScript } from "@/server/desk-worker";

type Sent = { status?: number; headers?: Record<string, string>; body?: Buffer };

async function asked(headers: Record<string, string> = {}): Promise<Sent> {
  const sent: Sent = {};
  const response = {
    writeHead(status: number, given: Record<string, string>) {
      Object.assign(sent, { status, headers: given });
      return response;
    },
    end: (body?: Buffer) => Object.assign(sent, { body }),
  };
  (await deskWorkerScript(process.cwd())).send({ headers, method: "GET" } as unknown as IncomingMessage, response as unknown as ServerResponse, true);
  return sent;
}

it("the desk's worker is a small script that asks its own server alone, and is asked for anew each time", async () => {
  const { status, headers, body } = await asked();
  expect(status).toBe(200);
  expect(body?.length).toBeLessThan(4096);
  expect(body?.toString()).not.toContain("deskBuild");
  expect(headers?.["Content-Security-Policy"]).toBe("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
  expect(headers?.["Cache-Control"]).toBe("no-cache");
  expect(await asked({ "if-none-match": headers?.ETag ?? "" })).toMatchObject({ status: 304, body: undefined });
});
