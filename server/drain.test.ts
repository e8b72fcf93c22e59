import { once } from "node:events";
import { createServer, request, type ServerResponse } from "node:http";
import { Agent } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
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
  // What had come before it was told is taken in first, which is over in a few turns.
  for (let turns = 0; server.listening; turns++) {
    expect(turns).toBeLessThan(10);
    await new Promise((done) => setImmediate(done));
  }
  expect(await ask()).toBe("ECONNREFUSED");
  expect(over).toBe(false);
  waiting[0]?.end("whole");
  expect(await answer).toBe("whole");
  const began = Date.now();
  await drained;
  expect(Date.now() - began, "though the connection is kept alive").toBeLessThan(3000);
});

/** Asks from another thread, so that a question can come while this one is busy. */
const asker = `
  const { connect } = require("node:net");
  const { parentPort, workerData } = require("node:worker_threads");
  const sent = connect(workerData.port, "127.0.0.1", () => sent.write("GET / HTTP/1.1\\r\\nHost: paper\\r\\nConnection: close\\r\\n\\r\\n", () => { Atomics.store(workerData.flag, 0, 1); Atomics.notify(workerData.flag, 0); }));
  let text = "";
  sent.on("data", (chunk) => { text += chunk; });
  sent.on("close", () => parentPort.postMessage(text));
  sent.on("error", (error) => parentPort.postMessage(error.code));
`;

it("answers what had been sent while it was busy, though nobody had taken the connection yet", async () => {
  const { server, waiting, asked } = await slowServer();
  const { port } = server.address() as AddressInfo;
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(asker, { eval: true, workerData: { port, flag } });
  const outcome = once(worker, "message").then(([text]) => String(text));
  expect(Atomics.wait(flag, 0, 0, 10_000)).not.toBe("timed-out");
  const drained = drain(server, 2_000);
  await Promise.race([asked(1), outcome]);
  waiting[0]?.end("whole");
  expect(await outcome).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*whole$/);
  await drained;
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
