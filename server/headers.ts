import { randomBytes } from "node:crypto";
import { frameOrigins } from "@/lib/embeds/providers";

type Headers = Record<string, string>;

/** On every response. */
const everywhere = (https: boolean): Headers => ({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  ...(https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
});

/** What a reader may load into a page by asking for it: frames of the providers we know, and sound files wherever they stand. */
const embeds = `frame-src ${frameOrigins.join(" ")}; media-src 'self' https:`;

/** Public pages: one body for everybody, revalidated each time, nothing from elsewhere before the reader asks for it. */
export function readerHeaders(https: boolean, styleHashes: readonly string[]): Headers {
  const policy = `default-src 'self'; script-src 'self'; style-src 'self' ${styleHashes.join(" ")}; img-src 'self' data:; ${embeds}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
  return { ...everywhere(https), "Content-Security-Policy": policy.replace(/ +;/g, ";") };
}

/** A story's card: what any site may show in a frame; in it nothing runs and nothing is sent. */
export function embeddedHeaders(https: boolean, styleHashes: readonly string[]): Headers {
  const policy = `default-src 'none'; style-src 'self' ${styleHashes.join(" ")}; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
  return { ...everywhere(https), "Content-Security-Policy": policy.replace(/ +;/g, ";"), "X-Robots-Tag": "noindex" };
}

/** Feeds, sitemaps and other files of the paper. */
export function fileHeaders(https: boolean): Headers {
  return { ...everywhere(https), "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" };
}

/** The desk's worker: it asks this server alone. */
export function workerHeaders(https: boolean): Headers {
  return { ...everywhere(https), "Content-Security-Policy": "default-src 'none'; connect-src 'self'; frame-ancestors 'none'" };
}

/** Uploaded pictures: shown and nothing else, whatever their bytes say. */
export function mediaHeaders(https: boolean): Headers {
  return { ...everywhere(https), "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'" };
}

/**
 * Previews: the reader's page with the reader's rules, which only the desk beside the story may frame. Their address goes to no other
 * site; to our own it does, so that the browser says whence the form comes that signs out.
 */
export function previewHeaders(https: boolean, styleHashes: readonly string[]): Headers {
  const { "Content-Security-Policy": policy = "", ...others } = readerHeaders(https, styleHashes);
  return { ...others, "Content-Security-Policy": policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"), "Referrer-Policy": "same-origin", "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
}

/** Desk and account: personal, never stored, scripts only with this response's nonce. */
export function deskHeaders(https: boolean, development: boolean): { headers: Headers; policy: string } {
  const nonce = randomBytes(18).toString("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The editor places carets and menus by inline style attributes; style elements need the nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' ws: wss:",
    // The desk's own worker, which shows a page where this server cannot be reached.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return { headers: { ...everywhere(https), "Content-Security-Policy": policy, "Cache-Control": "private, no-store" }, policy };
}
