import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answerUnread, readForm } from "@/server/read-form";

let server: Server;
let origin: string;

beforeEach(async () => {
  server = createServer(async (request, response) => {
    const { fields, tooLong, cutOff } = await readForm(request);
    const said = JSON.stringify({ fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.length])), tooLong, cutOff });
    // A page takes its time to be drawn.
    await new Promise((done) => setTimeout(done, 50));
    if (cutOff) return answerUnread(request, response, 413, { "Content-Type": "application/json" }, Buffer.from(said.padEnd(100_000)));
    response.end(said);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const send = (comment: number) => fetch(origin, { method: "POST", body: `name=Ada&comment=${"x".repeat(comment)}` });

it.each([
  [100, 200, { tooLong: false, cutOff: false, fields: { name: 3, comment: 100 } }],
  [200_000, 200, { tooLong: true, cutOff: false, fields: { name: 3, comment: 200_000 } }],
  [5_000_000, 413, { tooLong: true, cutOff: true, fields: { name: 3 } }],
  [7_500_000, 413, { tooLong: true, cutOff: true, fields: { name: 3 } }],
])("a form with %i letters is answered with %i, and what was read of it is known", async (letters, status, known) => {
  for (let turn = 0; turn < 3; turn++) {
    const answer = await send(letters);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(known);
  }
});
