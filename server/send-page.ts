import type { IncomingMessage, ServerResponse } from "node:http";
import { answerClosed } from "@/server/closed";
import { embeddedHeaders, fileHeaders, previewHeaders, readerHeaders } from "@/server/headers";
import type { CachedPage, Page } from "@/server/page-cache";
import { isEmbedded } from "@/server/reader-paths";
import { copyOf, type Encoding } from "@/server/page-compression";

/** Sends a cached page in the encoding that the reader takes, or 304 where she has it already; one that could not be made says so. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, page: CachedPage, https: boolean): Promise<void> {
  if (page.failed) return void answerClosed("trouble", request, response, https);
  const headers: Record<string, string | number> = {
    ...headersOf(request, page, https),
    "Content-Type": page.type,
    "Cache-Control": page.status >= 500 ? "no-store" : "public, no-cache",
    Vary: "Accept-Encoding",
    ETag: `"${page.etag}"`,
    "Last-Modified": page.madeAt.toUTCString(),
  };
  // Tags are named in any script, headers are not.
  if (page.tags.length > 0) headers["Cache-Tag"] = page.tags.map(encodeURI).join(",");
  if (page.link) headers.Link = page.link;
  if (page.location) headers.Location = page.location;
  if (page.status >= 500) headers["Retry-After"] = 5;
  if (page.status === 200 && isFresh(request, page)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = encodingFor(String(request.headers["accept-encoding"] ?? ""));
  const copy = encoding && copyOf(page, encoding);
  // Not awaited where it is there: popular pages are sent without a pause.
  const { body, mark } = copy instanceof Promise ? await copy : (copy ?? { body: page.body, mark: null });
  if (encoding) {
    headers["Content-Encoding"] = encoding;
    // A strong validator names these very bytes.
    headers.ETag = `"${page.etag}-${mark}"`;
  }
  headers["Content-Length"] = body.length;
  response.writeHead(page.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

function headersOf(request: IncomingMessage, page: CachedPage, https: boolean): Record<string, string> {
  if (!page.type.startsWith("text/html")) return fileHeaders(https);
  return isEmbedded(request.url ?? "/") ? embeddedHeaders(https, page.styleHashes) : readerHeaders(https, page.styleHashes);
}

function encodingFor(accepted: string): Encoding | null {
  const takes = (name: string) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted);
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : null;
}

/** Of a page that is for one person: never stored, never indexed. */
export function privateHeaders(page: Page, https: boolean): Record<string, string> {
  return { ...readerHeaders(https, page.styleHashes), "Referrer-Policy": "same-origin", "Content-Type": page.type, "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
}

/** Sends a page that is for one person. */
export function sendPrivately(request: IncomingMessage, response: ServerResponse, page: Page, https: boolean): void {
  if (page.failed) return void answerClosed("trouble", request, response, https);
  response.writeHead(page.status, { ...privateHeaders(page, https), "Content-Length": page.body.length });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

/** Sends a preview, or where to go instead: to sign in. */
export function sendPreview(request: IncomingMessage, response: ServerResponse, page: Page, https: boolean): void {
  if (page.failed) return void answerClosed("trouble", request, response, https);
  response.writeHead(page.status, { ...previewHeaders(https, page.styleHashes), ...(page.location ? { Location: page.location } : {}), "Content-Type": page.type, "Content-Length": page.body.length });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

function isFresh(request: IncomingMessage, page: CachedPage): boolean {
  const known = request.headers["if-none-match"];
  if (known !== undefined) return known === "*" || known.includes(page.etag);
  const since = request.headers["if-modified-since"];
  return since !== undefined && Date.parse(since) >= Math.floor(page.madeAt.getTime() / 1000) * 1000;
}
