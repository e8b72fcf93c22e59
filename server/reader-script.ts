import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { provide } from "@/lib/kernel/process-store";
import { fileHeaders } from "@/server/headers";

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    /** Address of the script of reader pages, named by its content. */
    readerScriptPath: string;
  }
}

type ReaderScript = {
  path: string;
  /** Of the one that every page fetches. */
  gzipBytes: number;
  /** False where no script of ours has this path. */
  send(path: string, request: IncomingMessage, response: ServerResponse, https: boolean): boolean;
};

/** What is fetched when it is wanted, by the name that the first script knows it by. */
const later = { comments: "comments-near.ts", pictures: "large-pictures.ts", presence: "who-is-in.ts" } as const;
/** What only those fetch who moderate; the script of discussions knows it. */
const laterStill = { moderation: "moderate-here.ts" } as const;

type Script = { path: string; body: Buffer; gzip: Buffer };

/** Bundles the small custom elements of reader pages, at the start, in a few milliseconds: into one file, and one each for what comes later. */
export async function readerScript(root: string, development: boolean): Promise<ReaderScript> {
  const module = { minify: !development, format: "esm" } as const;
  const made = async (files: Record<string, string>, define = {}) => Promise.all(Object.entries(files).map(async ([name, file]) => [name, await bundled(root, file, { ...module, define })] as const));
  const addresses = (scripts: Awaited<ReturnType<typeof made>>) => Object.fromEntries(scripts.map(([name, { path }]) => [`laterScripts.${name}`, JSON.stringify(path)]));
  const last = await made(laterStill);
  const next = await made(later, addresses(last));
  const main = await bundled(root, "main.ts", { minify: !development, format: "iife", define: addresses(next) });
  const all = new Map([main, ...[...next, ...last].map(([, script]) => script)].map((script) => [script.path, script]));
  provide("readerScriptPath", main.path);
  return {
    path: main.path,
    gzipBytes: main.gzip.length,
    send(path, request, response, https) {
      const script = all.get(path);
      if (!script) return false;
      const compressed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
      const sent = compressed ? script.gzip : script.body;
      response.writeHead(200, {
        ...fileHeaders(https),
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Length": sent.length,
        Vary: "Accept-Encoding",
        ...(compressed ? { "Content-Encoding": "gzip" } : {}),
      });
      response.end(request.method === "HEAD" ? undefined : sent);
      return true;
    },
  };
}

async function bundled(root: string, file: string, how: Pick<BuildOptions, "minify" | "format" | "define">): Promise<Script> {
  const built = await build({
    entryPoints: [join(root, "components/reader/enhance", file)],
    bundle: true,
    write: false,
    target: "es2022",
    alias: { "@": root },
    // What is fetched when it is wanted.
    external: ["/reader-*.js"],
    // Styles of what the script alone draws.
    loader: { ".css": "text" },
    legalComments: "none",
    ...how,
  });
  const body = Buffer.from(built.outputFiles[0]?.contents ?? new Uint8Array());
  return { path: `/reader-${createHash("sha256").update(body).digest("base64url").slice(0, 12)}.js`, body, gzip: gzipSync(body, { level: 9 }) };
}
