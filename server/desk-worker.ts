import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { workerHeaders } from "@/server/headers";

/** The script of the desk's worker, bundled at the start. A new build makes another one of it, which browsers then fetch by themselves. */
export async function deskWorkerScript(root: string, development = false): Promise<{ send(request: IncomingMessage, response: ServerResponse, https: boolean): void }> {
  const built = await build({
    entryPoints: [join(root, "components/desk/offline/worker/worker.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    alias: { "@": root },
    define: { deskBuild: JSON.stringify(development ? "development" : buildOf(root)) },
    legalComments: "none",
  });
  const body = Buffer.from(built.outputFiles[0]?.contents ?? new Uint8Array());
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  return {
    send(request, response, https) {
      const headers = { ...workerHeaders(https), "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache", ETag: etag };
      if (request.headers["if-none-match"] === etag) {
        response.writeHead(304, headers).end();
        return;
      }
      response.writeHead(200, { ...headers, "Content-Length": body.length });
      response.end(request.method === "HEAD" ? undefined : body);
    },
  };
}

/** What names the build of the pages; in development there is none. */
function buildOf(root: string): string {
  const file = join(root, ".next", "BUILD_ID");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "development";
}
