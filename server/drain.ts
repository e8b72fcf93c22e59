import type { Server } from "node:http";
import { setImmediate as turn } from "node:timers/promises";

/** How often connections that have become idle are let go, in milliseconds. */
const every = 50;

/** Turns of the event loop in which what came while it was busy is taken in: a connection in one, its request in the next, one to be sure that a whole turn has gone by. */
const turns = 4;

/**
 * Takes in what had come already, ends listening, lets every request in hand be answered, and resolves when no connection is left; what is not done within so many
 * milliseconds is cut off. Connections that became sockets of ours are closed by whoever took them.
 */
export async function drain(server: Server, withinMs: number): Promise<void> {
  // The system would reset connections that wait to be taken, though their requests were sent before anybody asked us to stop.
  for (let left = turns; left > 0; left--) await turn();
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
