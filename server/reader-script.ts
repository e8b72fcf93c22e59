import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { provide } from "@/lib/kernel/process-store";
import { fileHeaders } from "@/server/headers";

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    /** Address of the one script of reader pages, named by its content. */
    readerScriptPath: string;
  }
}

type ReaderScript = { path: string; bytes: number; gzipBytes: number; send(request: IncomingMessage, response: ServerResponse, https: boolean): void };

/** Bundles the small custom elements of reader pages into one file, at the start; a few milliseconds. */
export async function readerScript(root: string, development: boolean): Promise<ReaderScript> {
  const built = await build({
    entryPoints: [join(root, "components/reader/enhance/main.ts")],
    bundle: true,
    write: false,
    minify: !development,
    format: "iife",
    target: "es2022",
    alias: { "@": root },
    // Styles of what the script alone draws.
    loader: { ".css": "text" },
    legalComments: "none",
  });
  const body = Buffer.from(built.outputFiles[0]?.contents ?? new Uint8Array());
  const gzip = gzipSync(body, { level: 9 });
  const path = `/reader-${createHash("sha256").update(body).digest("base64url").slice(0, 12)}.js`;
  provide("readerScriptPath", path);
  return {
    path,
    bytes: body.length,
    gzipBytes: gzip.length,
    send(request, response, https) {
      const compressed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
      const sent = compressed ? gzip : body;
      response.writeHead(200, {
        ...fileHeaders(https),
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Length": sent.length,
        Vary: "Accept-Encoding",
        ...(compressed ? { "Content-Encoding": "gzip" } : {}),
      });
      response.end(request.method === "HEAD" ? undefined : sent);
    },
  };
}
