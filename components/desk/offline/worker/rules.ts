/** What the worker of the desk does with a request: `page`, it goes to the server, and where nobody is reached the offline page is shown; `file`, a file that never changes under its name, from the cache where it lies there; null, nothing at all. */
export type Deed = "page" | "file" | null;

export type Asked = { method: string; mode: string; destination: string; url: string };

/** Pages of the desk in a window of their own, and the files that pages are made of; nothing else of the site, whatever the browser lets the worker see. */
export function deedFor({ method, mode, destination, url }: Asked, origin: string): Deed {
  const at = new URL(url);
  if (method !== "GET" || at.origin !== origin) return null;
  if (isFile(at.pathname)) return "file";
  return mode === "navigate" && destination === "document" && /^\/desk(?:\/|$)/.test(at.pathname) ? "page" : null;
}

const isFile = (path: string) => path.startsWith("/_next/static/") || path.startsWith("/fonts/");

/** The files that a page or a style sheet names: only ours, only such as never change, each once. */
export function filesIn(text: string): string[] {
  const named = text.match(/\/(?:_next\/static|fonts)\/[\w./~%-]+\.(?:js|css|woff2)\b/g) ?? [];
  return [...new Set(named)].filter((path) => !path.includes(".."));
}

/** Whether an answer may be cached: whole, ours, and what was asked for. */
export const isFit = ({ status, type, redirected }: Pick<Response, "status" | "type" | "redirected">): boolean => status === 200 && type === "basic" && !redirected;

/** Most files of the page, and most bytes of them all: more is not ours, and the page is not kept. */
export const most = { files: 120, bytes: 8 * 1024 * 1024 } as const;

/** Of the caches in this browser those that the worker of another build left. */
export const staleAmong = (names: readonly string[], prefix: string, build: string): string[] => names.filter((name) => name.startsWith(prefix) && name !== prefix + build);
