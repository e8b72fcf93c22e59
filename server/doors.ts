/**
 * What the server answers by itself, beside the pages and routes of the build. Closed: `application.ts` has one answer for each, and the
 * permission table one line.
 */
export const serverDoors = ["/healthz", "/readyz", "/_next/static/{file}", "/fonts/{file}", "/reader-{hash}.js", "/desk-worker.js", "POST /comments", "POST /comments/compose", "POST /comments/withdraw", "POST /comments/like", "POST /comments/report", "POST /comments/edit", "POST /comments/confirm", "POST /comments/appeal", "POST /comments/follow", "POST /comments/mute", "POST /comments/pick", "POST /read", "/media/{id}/{width}", "/media/cards/{of}/{id}/{name}", "POST /for-review/{token}/name", "POST /for-review/{token}/remarks", "POST /comments/asked"] as const;
export type ServerDoor = (typeof serverDoors)[number];

/** Where a socket may be opened. */
export const socketDoors = ["/collab"] as const;

/** The door of the server's own at which a request stands, or null where a page or route of the build answers it. */
export function serverDoorAt(method: string | undefined, path: string): ServerDoor | null {
  if (path === "/healthz" || path === "/readyz" || path === "/desk-worker.js") return path;
  if (path.startsWith("/_next/static/")) return "/_next/static/{file}";
  if (path.startsWith("/fonts/")) return "/fonts/{file}";
  if (path.startsWith("/media/cards/")) return "/media/cards/{of}/{id}/{name}";
  if (path.startsWith("/media/")) return "/media/{id}/{width}";
  if (/^\/reader-[\w-]+\.js$/.test(path)) return "/reader-{hash}.js";
  if (method === "POST" && path === "/read") return "POST /read";
  if (method === "POST" && /^\/for-review\/[^/]+\/name$/.test(path)) return "POST /for-review/{token}/name";
  if (method === "POST" && /^\/for-review\/[^/]+\/remarks$/.test(path)) return "POST /for-review/{token}/remarks";
  if (method === "POST" && path === "/comments") return "POST /comments";
  if (method === "POST" && path === "/comments/withdraw") return "POST /comments/withdraw";
  if (method === "POST" && path === "/comments/like") return "POST /comments/like";
  if (method === "POST" && path === "/comments/report") return "POST /comments/report";
  if (method === "POST" && path === "/comments/edit") return "POST /comments/edit";
  if (method === "POST" && path === "/comments/confirm") return "POST /comments/confirm";
  if (method === "POST" && path === "/comments/appeal") return "POST /comments/appeal";
  if (method === "POST" && path === "/comments/pick") return "POST /comments/pick";
  if (method === "POST" && path === "/comments/mute") return "POST /comments/mute";
  if (method === "POST" && path === "/comments/follow") return "POST /comments/follow";
  if (method === "POST" && path === "/comments/asked") return "POST /comments/asked";
  return method === "POST" && path === "/comments/compose" ? "POST /comments/compose" : null;
}
