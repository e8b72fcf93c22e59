import type { IncomingMessage, ServerResponse } from "node:http";
import { addressHeader, networkOf } from "@/lib/core/network";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { storySlugIn } from "@/lib/articles/own-address";
import { isSlug } from "@/lib/kernel/slug";
import type { ReadCounter } from "@/lib/readership/read-counter";
import { fileHeaders } from "@/server/headers";

/** Takes the word of a reader's browser that a story was read. Whatever it says, the answer is the same and says nothing. */
export function answerRead(request: IncomingMessage, response: ServerResponse, counter: ReadCounter, https: boolean): void {
  const at = new URL(request.url ?? "/", "http://paper.invalid").searchParams.get("at") ?? "";
  const slug = at.length <= 1000 && isFromOwnPages({ get: (name) => [request.headers[name] ?? []].flat()[0] ?? null }) ? storySlugIn(at, []) : null;
  if (slug && isSlug(slug)) counter.note(slug, networkOf(String(request.headers[addressHeader])));
  response.writeHead(204, { ...fileHeaders(https), "Cache-Control": "no-store" }).end();
}
