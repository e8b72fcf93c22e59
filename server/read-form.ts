import type { IncomingMessage, ServerResponse } from "node:http";

/** A form of more bytes than this is not read to its end. */
const mostRead = 4 * 1024 * 1024;
/** Longest form that is taken, in bytes: far above the longest comment in any script, as a form writes it. */
const mostTaken = 128 * 1024;
/** More fields than any form of ours has; what comes after them is not looked at. */
const mostFields = 20;

/** `cutOff`: there was more, and it was not read. */
export type ReadForm = { fields: Record<string, string>; tooLong: boolean; cutOff: boolean };

/** A form's fields, also of one that is too long to be taken or even to be read to its end, so that it can be shown again. */
export async function readForm(request: IncomingMessage): Promise<ReadForm> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    chunks.push(chunk as Buffer);
    if (length > mostRead) break;
  }
  return { fields: fieldsOf(Buffer.concat(chunks).toString("utf8")), tooLong: length > mostTaken, cutOff: length > mostRead };
}

/** Each pair is read by itself: the platform's own reading of a whole form takes minutes for four megabytes of `a&a&a`. */
function fieldsOf(body: string): Record<string, string> {
  return Object.fromEntries(body.split("&", mostFields).flatMap((pair) => [...new URLSearchParams(pair)]));
}

/** How long a visitor whose form is not read may go on sending it, before the answer and after it, in milliseconds. */
const patience = 5000;

/**
 * Sends a page that says why a form was not read, and closes. What is still coming is passed by first, as far as there is patience: many programs hear nothing
 * before they have said all. Then a little more is, since a connection closed at once would lose the page.
 */
export async function answerUnread(request: IncomingMessage, response: ServerResponse, status: 403 | 413, headers: Record<string, string>, page: Buffer): Promise<void> {
  await passBy(request);
  response.writeHead(status, { ...headers, "Content-Length": page.length, Connection: "close" });
  response.write(page);
  await passBy(request);
  response.end();
}

/** Resolves when a request has been sent to its end, or so much of it that we wait no longer. */
function passBy(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((done) => {
    let passed = 0;
    const count = (chunk: Buffer) => {
      passed += chunk.length;
      if (passed > mostRead) stop();
    };
    const stop = () => {
      clearTimeout(waiting);
      request.off("data", count).off("end", stop).off("close", stop);
      done();
    };
    const waiting = setTimeout(stop, patience);
    request.on("data", count).once("end", stop).once("close", stop).resume();
  });
}
