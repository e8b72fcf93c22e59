import { once } from "node:events";
import { createServer, request, type ServerResponse } from "node:http";
import { Agent } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { drain } from "@/server/drain";

/** A server whose answers wait until the test gives them. */
async function slowServer() {
  const waiting: ServerResponse[] = [];
  const server = createServer((_, response) => void waiting.push(response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = () =>
    new Promise<string>((done) => {
      const asked = request({ port, host: "127.0.0.1", agent }, (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => done(text));
        answer.on("error", () => done("cut off"));
      });
      asked.on("error", (error: NodeJS.ErrnoException) => done(error.code ?? "failed"));
      asked.end();
    });
  return { server, waiting, ask, asked: async (number: number) => { while (waiting.length < number) await once(server, "request"); } };
}

it("answers what is in hand and takes nothing new", async () => {
  const { server, waiting, ask, asked } = await slowServer();
  const answer = ask();
  await asked(1);
  let over = false;
  const drained = drain(server, 20_000).then(() => {
    over = true;
  });
  expect(await ask()).toBe("ECONNREFUSED");
  expect(over).toBe(false);
  waiting[0]?.end("whole");
  expect(await answer).toBe("whole");
  const began = Date.now();
  await drained;
  expect(Date.now() - began, "though the connection is kept alive").toBeLessThan(3000);
});

it("cuts off what is not answered in time", async () => {
  const { server, ask, asked } = await slowServer();
  const answer = ask();
  await asked(1);
  const began = Date.now();
  await drain(server, 200);
  expect(Date.now() - began).toBeLessThan(3000);
  expect(await answer).toBe("ECONNRESET");
});
