import type { Duplex } from "node:stream";

const said: Record<string, [status: string, sentence: string]> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "This address, or what the browser sent along with it, is longer than this paper reads. Open the page by a shorter address."],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "This request did not come to its end in time. Please try again."],
};
const unknown: [string, string] = ["400 Bad Request", "This is not a request that this paper can read."];

/** Answers in words what never became a request: Node would send its status alone. The connection ends with it. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, sentence] = said[error.code ?? ""] ?? unknown;
  const body = `${sentence}\n`;
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
