import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { safeFetch, safePost } from "@/lib/core/safe-fetch";

useTestDatabase();

it("the program's own outside refuses what stands in our own network", async () => {
  let called = 0;
  const canary = createServer((socket) => {
    called++;
    socket.destroy();
  });
  await new Promise<void>((listening) => canary.listen(0, "127.0.0.1", listening));
  const { port } = canary.address() as AddressInfo;
  for (const address of [`http://127.0.0.1:${port}/`, "http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/"]) expect(await safeFetch(address, { accept: "*/*" })).toMatchObject({ ok: false, failure: { reason: "unreachable" } });
  expect(await safePost(`http://127.0.0.1:${port}/`, { type: "application/x-www-form-urlencoded", text: "a=b" })).toMatchObject({ ok: false, failure: { reason: "unreachable" } });
  expect(called).toBe(0);
  canary.close();
});
