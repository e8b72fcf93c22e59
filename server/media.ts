import type { IncomingMessage, ServerResponse } from "node:http";
import { actorOfCookie, cookieFrom, sessionCookieName } from "@/lib/core/session-check";
import { getFile } from "@/lib/media/disk-store";
import { pictureFile } from "@/lib/media/reads/picture-file";
import { thriftyWidth } from "@/lib/media/sizes";
import { may } from "@/lib/policy/ability";
import { mediaHeaders } from "@/server/headers";

/** Serves pictures: to everybody those that are public now, to staff the desk's own. */
export async function serveMedia(request: IncomingMessage, response: ServerResponse, path: string, https: boolean): Promise<void> {
  const forStaff = async () => {
    const actor = await actorOfCookie(cookieFrom(request.headers.cookie, sessionCookieName()));
    return actor !== null && may(actor, "desk.enter");
  };
  const file = await pictureFile(path.slice("/media/".length), forStaff, savesData(request) ? thriftyWidth : undefined);
  const bytes = file && (await getFile(file.key));
  if (!file || !bytes) {
    response.writeHead(404, { ...mediaHeaders(https), "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
    response.end("There is no such picture.\n");
    return;
  }
  const etag = `"${file.key.replaceAll("/", "-")}"`;
  const headers = { ...mediaHeaders(https), Vary: "Save-Data", "Content-Type": file.type, "Content-Length": bytes.length, ETag: etag, "Cache-Control": !file.public ? "private, no-store" : file.final ? "public, max-age=300" : "public, no-cache" };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { ...headers, "Content-Length": 0 }).end();
    return;
  }
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Whether the reader told her browser to spare data. A page has one body for everybody: it is the pictures that are smaller. */
const savesData = ({ headers }: IncomingMessage) => headers["save-data"]?.toString().toLowerCase() === "on";
