import type { Server } from "node:http";

/** How often connections that have become idle are let go, in milliseconds. */
const every = 50;

/**
 * Ends listening at once, lets every request in hand be answered, and resolves when no connection is left; what is not done within so many
 * milliseconds is cut off. Connections that became sockets of ours are closed by whoever took them.
 */
export async function drain(server: Server, withinMs: number): Promise<void> {
  const over = new Promise<void>((done) => server.close(() => done()));
  // A connection that is kept alive would stay, and bring another request, after its answer.
  const idle = setInterval(() => server.closeIdleConnections(), every);
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const limit = setTimeout(resolve, withinMs);
  await Promise.race([over, late]);
  clearInterval(idle);
  clearTimeout(limit);
  server.closeAllConnections();
}
