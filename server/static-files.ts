import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fileHeaders } from "@/server/headers";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
};

type File = { type: string; body: Buffer; gzip: Buffer | null; brotli: Buffer | null; etag: string };

/** Files that never change under their name (hashed by the build) or seldom (fonts), compressed once and kept in memory. */
export class StaticFiles {
  private readonly files = new Map<string, File | null>();

  constructor(
    private readonly https: boolean,
    private readonly keep: boolean,
  ) {}

  /** Sends the file below `root`, or says that there is none. */
  send(request: IncomingMessage, response: ServerResponse, root: string, path: string, cacheControl: string): boolean {
    const file = this.find(root, path);
    if (!file) return false;
    const headers: Record<string, string | number> = { ...fileHeaders(this.https), "Content-Type": file.type, "Cache-Control": cacheControl, ETag: file.etag, Vary: "Accept-Encoding" };
    if (request.headers["if-none-match"] === file.etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const [body, encoding] = file.brotli && /\bbr\b/.test(accepted) ? [file.brotli, "br"] : file.gzip && /\bgzip\b/.test(accepted) ? [file.gzip, "gzip"] : [file.body, null];
    if (encoding) headers["Content-Encoding"] = encoding;
    headers["Content-Length"] = body.length;
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  }

  private find(root: string, path: string): File | null {
    const key = `${root}\n${path}`;
    const known = this.files.get(key);
    if (known !== undefined && this.keep) return known;
    const file = this.read(root, path);
    if (this.files.size < 5000) this.files.set(key, file);
    return file;
  }

  private read(root: string, path: string): File | null {
    let name: string;
    try {
      name = normalize(decodeURIComponent(path));
    } catch {
      // A broken percent sign names no file.
      return null;
    }
    const type = types[extname(name)];
    const at = join(root, name);
    if (!type || name.includes("..") || name.includes("\0") || !at.startsWith(root) || !existsSync(at) || !statSync(at).isFile()) return null;
    const body = readFileSync(at);
    const compressible = !type.startsWith("font/") && !type.startsWith("image/p") && body.length > 500;
    return {
      type,
      body,
      gzip: compressible ? gzipSync(body, { level: 9 }) : null,
      brotli: compressible ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : null,
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
    };
  }
}
