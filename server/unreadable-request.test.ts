import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerUnreadable } from "@/server/unreadable-request";

const server = createServer((_, response) => response.end("read"));
server.on("clientError", answerUnreadable);
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => server.close());

/** What comes back for these bytes, to the end of the connection. */
function sent(bytes: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.setEncoding("utf8").on("data", (part) => (answer += part)).on("error", failed).on("close", () => done(answer));
  });
}

it("says in words that an address is too long, and ends the connection", async () => {
  const answer = await sent(`GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 .*\r\nConnection: close\r\n/);
  expect(answer).toContain("Open the page by a shorter address.");
});

it("says the same of what is no request at all", async () => {
  expect(await sent("good day\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 [\s\S]*not a request that this paper can read/);
});
