import { MessageType } from "@hocuspocus/server";
import type { WebSocket } from "ws";
import { askEvery, mostUnanswered } from "@/lib/collab/limits";

const question = Uint8Array.of(MessageType.Ping);

/**
 * Asks a browser now and then whether it is there, for as long as its socket lives, and cuts it off where it does not answer: a line that went
 * dead tells nobody, and whoever sat there would be shown as present. An answer is a message, so that a page whose clocks the browser slows
 * down still hears us. Returns what is to be called for whatever is heard of it.
 */
export function askWhetherThere(socket: WebSocket): () => void {
  // Counted, and not by the clock: while the process itself stood still, nobody could have been heard.
  let unanswered = 0;
  const asking = setInterval(() => {
    if (unanswered >= mostUnanswered) return socket.terminate();
    unanswered += 1;
    if (socket.readyState === socket.OPEN) socket.send(question);
  }, askEvery);
  asking.unref();
  socket.once("close", () => clearInterval(asking));
  return () => {
    unanswered = 0;
  };
}
