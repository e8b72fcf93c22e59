import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { type Environment, isLoopback } from "@/lib/kernel/env";

/** What answers readers and desks: Next, the page cache, the sockets. */
export type Application = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): Promise<void>;
};

/** Builds the application; it answers from the moment this resolves. */
export async function createApplication(environment: Environment): Promise<Application> {
  const isDevelopment = process.env.NODE_ENV === "development";
  // Next hangs a listener for upgrades on the server it is given and closes sockets that it does not know; this one never listens.
  const stub = createServer();
  const app = next({
    dev: isDevelopment,
    dir: process.cwd(),
    hostname: environment.appUrl.hostname,
    port: environment.port,
    httpServer: stub,
  });
  await app.prepare();
  const render = app.getRequestHandler();
  const isOurs = hostCheck(environment);

  return {
    handle(request, response) {
      if (!isOurs(request.headers.host)) return refuseHost(response);
      render(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    },
    upgrade(request, socket, head) {
      if (!isOurs(request.headers.host))
        return void socket.end("HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      if (isDevelopment) return void stub.emit("upgrade", request, socket, head);
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    },
    stop: () => app.close(),
  };
}

/** Only the paper's own name is answered; on a laptop the machine's other names are too. */
export function hostCheck({ appUrl, port }: Pick<Environment, "appUrl" | "port">): (host: string | undefined) => boolean {
  const names = new Set([appUrl.host]);
  if (isLoopback(appUrl.hostname))
    for (const name of ["localhost", "127.0.0.1", "[::1]"]) names.add(appUrl.port ? `${name}:${appUrl.port}` : name).add(`${name}:${port}`);
  return (host) => host !== undefined && names.has(host.toLowerCase());
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end("This is not the address of a paper that is printed here.\n");
}
