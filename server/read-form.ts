import type { IncomingMessage, ServerResponse } from "node:http";

/** A form of more bytes than this is not read to its end. */
const mostRead = 4 * 1024 * 1024;
/** Longest form that is taken, in bytes: far above the longest comment in any script, as a form writes it. */
const mostTaken = 128 * 1024;
/** More fields than any form of ours has; what comes after them is not looked at. */
const mostFields = 20;

export type ReadForm = { fields: Record<string, string>; tooLong: boolean };

/** A form's fields, also of one that is too long to be taken, so that it can be shown again; null where it is too long even to be read. */
export async function readForm(request: IncomingMessage): Promise<ReadForm | null> {
  if (Number(request.headers["content-length"] ?? 0) > mostRead) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > mostRead) return null;
    chunks.push(chunk as Buffer);
  }
  return { fields: fieldsOf(Buffer.concat(chunks).toString("utf8")), tooLong: length > mostTaken };
}

/** Each pair is read by itself: the platform's own reading of a whole form takes minutes for four megabytes of `a&a&a`. */
function fieldsOf(body: string): Record<string, string> {
  return Object.fromEntries(body.split("&", mostFields).flatMap((pair) => [...new URLSearchParams(pair)]));
}

/** How long a visitor whose form is not read may go on sending it, in milliseconds. */
const patience = 5000;

/** Says why a form is not read and closes; reads past a little of it first, since a connection closed at once would lose the sentence. */
export function refuseUnread(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>, sentence: string): void {
  const body = `${sentence}\n`;
  response.writeHead(413, { ...headers, "Content-Type": "text/plain; charset=utf-8", "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store", Connection: "close" });
  response.write(body);
  const close = () => {
    clearTimeout(waiting);
    response.end();
  };
  const waiting = setTimeout(close, patience);
  let passed = 0;
  request.on("data", (chunk: Buffer) => {
    passed += chunk.length;
    if (passed > mostRead) close();
  });
  request.once("end", close);
  request.once("close", close);
  request.resume();
}
