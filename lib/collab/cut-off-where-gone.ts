import type { WebSocket } from "ws";
import { heartbeatEvery, mostUnanswered } from "@/lib/collab/limits";

/**
 * Cuts a socket off whose browser does not answer any more: a line that went dead tells nobody, and whoever sat there would be shown as present. The
 * browser itself answers, below the page: one whose clocks are slowed down answers as well.
 */
export function cutOffWhereGone(socket: WebSocket): void {
  // Counted, and not by the clock: while the process itself stood still, nobody could have been heard.
  let unanswered = 0;
  const asking = setInterval(() => {
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
