import { AsyncLocalStorage } from "node:async_hooks";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DrawnStatus } from "@/lib/web/reader-request";
import { withTrueStatus } from "@/server/true-status";

const answers = new AsyncLocalStorage<DrawnStatus>();
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    void withTrueStatus(answers, response, async () => {
      await Promise.resolve();
      const own = answers.getStore();
      if (own && request.url === "/nothing") own.status = 404;
      if (request.url === "/elsewhere") response.statusCode = 307;
      response.write("drawn");
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => new Promise((closed) => server.close(closed)));

const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { redirect: "manual" })).status;

it("sends what the page said of its status, and what was decided without it", async () => {
  expect(await statusOf("/something")).toBe(200);
  expect(await statusOf("/nothing")).toBe(404);
  expect(await statusOf("/elsewhere")).toBe(307);
});
