import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

const style = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Next writes the styles into the page without the nonce. So an HTML answer of the desk is held until it is whole, and the hashes of
 * its own style elements join the policy; everything that is not HTML passes straight through.
 */
export function holdForStyles(response: ServerResponse, policy: string): void {
  const chunks: Buffer[] = [];
  let held: boolean | null = null;
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  const flushHeaders = response.flushHeaders.bind(response);
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  const isHtml = () => String(response.getHeader("content-type") ?? "").startsWith("text/html");
  const holding = () => {
    held ??= isHtml() && !response.headersSent;
    return held;
  };
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };

  response.flushHeaders = () => {
    if (!holding()) flushHeaders();
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = rest.find((one) => typeof one === "object" && one !== null) as Record<string, string> | undefined;
    if (headers && !Array.isArray(headers)) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.statusCode = status;
    return holding() ? response : writeHead(status);
  }) as ServerResponse["writeHead"];
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    if (!holding()) return write(chunk, ...rest);
    take(chunk, rest[0]);
    (rest.find((one) => typeof one === "function") as (() => void) | undefined)?.();
    return true;
  }) as ServerResponse["write"];
  response.end = ((...given: unknown[]) => {
    if (!holding()) return end(...given);
    if (typeof given[0] !== "function") take(given[0], given[1]);
    const body = Buffer.concat(chunks);
    const hashes = [...body.toString("utf8").matchAll(style)].map((match) => `'sha256-${createHash("sha256").update(match[1] ?? "").digest("base64")}'`);
    response.setHeader("Content-Security-Policy", policy.replace("style-src 'self'", `style-src 'self' ${hashes.join(" ")}`));
    response.setHeader("Content-Length", body.length);
    held = false;
    return end(body, ...given.filter((one) => typeof one === "function"));
  }) as ServerResponse["end"];
}
