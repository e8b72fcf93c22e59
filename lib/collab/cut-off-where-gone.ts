import type { WebSocket } from "ws";
import { heartbeatEvery, mostUnanswered } from "@/lib/collab/limits";

/**
 * Cuts a socket off whose browser does not answer any more: a line that went dead tells nobody, and whoever sat there would be shown as present. The
 * browser itself answers, below the page: one whose clocks are slowed down answers as well. `heard` is how many bytes came over the line so far: over
 * a slow one the answer stands behind what is being sent.
 */
export function cutOffWhereGone(socket: WebSocket, heard: () => number): void {
  // Counted, and not by the clock: while the process itself stood still, nobody could have been heard.
  let unanswered = 0;
  let before = heard();
  const asking = setInterval(() => {
    const now = heard();
    if (now !== before) unanswered = 0;
    before = now;
    if (unanswered >= mostUnanswered) return socket.terminate();
    unanswered += 1;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, heartbeatEvery);
  asking.unref();
  socket.on("pong", () => {
    unanswered = 0;
  });
  socket.once("close", () => clearInterval(asking));
}
