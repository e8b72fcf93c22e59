import type { IncomingMessage, ServerResponse } from "node:http";

/** How long what is left of a request may go on coming after its answer, in milliseconds. */
const patience = 2000;

/** Closes a connection on which a request was answered and is not read to its end: every later request on it would wait behind what is left. */
export function closeWhereUnread(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  response.once("finish", () => {
    if (request.complete) return;
    // Not at once: a connection that is closed on what it has not read loses the answer too.
    setTimeout(() => !request.complete && socket.destroy(), patience).unref();
  });
}
