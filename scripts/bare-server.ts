import { createServer } from "node:http";

export type Bytes = { body: Buffer; headers: Record<string, string> };

/** A server that does nothing but return bytes: the same for every address, or those of each path. What nothing can be faster than. */
export async function bareServer(bytes: Bytes | ReadonlyMap<string, Bytes>): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const found = "body" in bytes ? bytes : bytes.get(request.url ?? "/");
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { ...found.headers, "Content-Length": found.body.length });
    response.end(found.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
