import { fromProcess } from "@/lib/kernel/process-store";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The origins at which we answer: APP_URL, and on a loopback APP_URL its other two names. */
export function ownOrigins(): string[] {
  const app = new URL(fromProcess("env").appUrl);
  if (!loopback.has(app.hostname)) return [app.origin];
  return [...loopback].map((name) => `${app.protocol}//${name}${app.port ? `:${app.port}` : ""}`);
}

/** Whether a Host header names us. */
export function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && ownOrigins().some((origin) => new URL(origin).host === host.toLowerCase());
}

type Headers = { get(name: string): string | null };

/**
 * Whether a request that changes something comes from our own pages. The browser says so in Sec-Fetch-Site or Origin; a request that
 * says neither, or `null`, is refused.
 */
export function isFromOwnPages(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  if (origin !== null) return ownOrigins().includes(origin);
  return site === "same-origin";
}
