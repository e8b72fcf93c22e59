import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { Agent, buildConnector, request } from "undici";
import { BodyTooLarge, bodyWithin } from "@/lib/core/limited-body";
import { outsideClosed } from "@/lib/core/outside-switch";
import { isPublicAddress } from "@/lib/core/public-address";
import { log } from "@/lib/kernel/log";
import { type Failure, invalid, unavailable } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** What a request to the outside may cost, redirects and all; `sent` is the most that is told somebody, in bytes. */
export const outboundLimits = { milliseconds: 5000, bytes: 1024 * 1024, redirects: 3, sent: 1024 * 1024 } as const;

/** The same for every reason: how an address failed would tell what stands in our own network. */
const unreachable = (): Failure => unavailable("unreachable", "This address could not be reached.");

/** Told of public addresses alone, which answered: it says nothing about our own network. */
const longer = (most: number): Failure => invalid("too_large", `What lies at this address is larger than ${Math.round(most / 1024 / 1024)} MB.`);

/** Whether the reading ended because more came than was wished for; undici counts what is still packed. */
const wasTooLarge = (error: unknown) => error instanceof BodyTooLarge || (error instanceof Error && error.name === "ResponseExceededMaxSizeError");

const redirections = new Set([301, 302, 303, 307, 308]);

export type Fetched = { status: number; /** Where it was found, after redirects. */ address: string; type: string; bytes: Buffer };

export type Wish = {
  /** The media types that make sense. */
  accept: string;
  /** Which hosts may be visited, the first and those of redirects; every public one where nothing is said. */
  hosts?: (host: string) => boolean;
  /** How much of the answer is read, in bytes: more than usual where a picture is wanted, nothing where only the status counts. */
  bytes?: number;
  /** How long it may take, in milliseconds. */
  milliseconds?: number;
};

/** What is told somebody outside: a small text of a stated kind. */
export type Message = { type: "application/json; charset=utf-8" | "application/x-www-form-urlencoded"; text: string };

/** What lies beyond us. Tests give their own; the program has one. */
export type Outside = {
  resolve(host: string): Promise<string[]>;
  isPublic(address: string): boolean;
  /** Where the connection to a checked address really goes. */
  door(address: string, port: number): { address: string; port: number };
  milliseconds: number;
};

const internet: Outside = {
  resolve: async (host) => (await lookup(host, { all: true })).map((one) => one.address),
  isPublic: isPublicAddress,
  door: (address, port) => ({ address, port }),
  milliseconds: outboundLimits.milliseconds,
};

/**
 * The one door for requests to the outside (and `safePost` beside it). GET over http(s) at its usual port; the name is resolved once, refused if any of its
 * addresses is not public, and the connection goes to the address that was judged. Each redirect is judged anew. No cookies, no
 * credentials. Answers whatever status came back. Where a larger body than usual was wished for and even that is exceeded, the failure is
 * `too_large`; while an administrator has switched it off, `outside_closed`, and nobody is asked; every other outcome is the one failure
 * `unreachable`.
 */
export async function safeFetch(address: string, wish: Wish): Promise<Result<Fetched>> {
  const closed = await outsideClosed();
  return closed ? fail(closed) : fetchFrom(internet, address, wish);
}

/** `safeFetch` with an outside of one's own. For tests alone. */
export async function fetchFrom(outside: Outside, address: string, wish: Wish): Promise<Result<Fetched>> {
  const signal = AbortSignal.timeout(wish.milliseconds ?? outside.milliseconds);
  try {
    let next = address;
    for (let hop = 0; hop <= outboundLimits.redirects; hop++) {
      const { url, pinned } = await within(signal, judged(outside, next, wish));
      const answer = await ask(outside, url, pinned, wish, signal);
      if (answer.status !== "moved") return ok({ ...answer, status: answer.status, address: url.href });
      next = new URL(answer.location, url).href;
    }
    throw new Error("more redirects than are followed");
  } catch (error) {
    const failure = failed(error, address);
    return fail(wish.bytes && wasTooLarge(error) ? longer(wish.bytes) : failure);
  }
}

/**
 * Tells somebody outside something: POST through the same door, judged in the same way, without cookies or credentials. Nobody is
 * followed who sends us on: what was meant for one is not for another. Of the answer the status alone is read. Fails as `safeFetch` does.
 */
export async function safePost(address: string, message: Message): Promise<Result<{ status: number }>> {
  const closed = await outsideClosed();
  return closed ? fail(closed) : postTo(internet, address, message);
}

/** `safePost` with an outside of one's own. For tests alone. */
export async function postTo(outside: Outside, address: string, message: Message): Promise<Result<{ status: number }>> {
  const signal = AbortSignal.timeout(outside.milliseconds);
  try {
    if (Buffer.byteLength(message.text) > outboundLimits.sent) throw new Error("more than is sent at once");
    const wish: Wish = { accept: "*/*", bytes: 0 };
    const { url, pinned } = await within(signal, judged(outside, address, wish));
    const { status } = await ask(outside, url, pinned, wish, signal, message);
    if (status === "moved") throw new Error("a redirect, which what is told does not follow");
    return ok({ status });
  } catch (error) {
    return fail(failed(error, address));
  }
}

/** What went wrong is for the log, without parameters that may be secrets; whoever asked learns that it did. */
function failed(error: unknown, address: string): Failure {
  log().info({ why: String(error).slice(0, 300), address: address.split("?")[0]?.slice(0, 300) }, "a request to the outside failed");
  return unreachable();
}

/** The address as parsed, and the IP address that the connection will go to. Throws where it may not be visited. */
async function judged(outside: Outside, address: string, wish: Wish): Promise<{ url: URL; pinned: string }> {
  const url = outboundUrl(address);
  const host = bareHost(url);
  if (wish.hosts && !wish.hosts(host)) throw new Error("a host that is not on the list");
  const addresses = isIP(host) ? [host] : await outside.resolve(host);
  const [pinned] = addresses;
  if (!pinned || !addresses.every(outside.isPublic)) throw new Error("an address that is not public");
  return { url, pinned };
}

/** Whether an address may be asked at all, as far as its spelling tells. */
export function isAskable(address: string): boolean {
  try {
    return outboundUrl(address) !== null;
  } catch {
    // Refused in `outboundUrl`, for whatever reason.
    return false;
  }
}

/** Parsed by the URL standard's own parser; odd spellings are refused before it can be kind to them. */
function outboundUrl(address: string): URL {
  if (address.length > 2000 || /[\s\\]|\p{Cc}/u.test(address)) throw new Error("an address of odd spelling");
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new Error("not http");
  if (url.port !== "") throw new Error("not the usual port");
  if (url.username !== "" || url.password !== "") throw new Error("credentials in the address");
  if (isIP(bareHost(url)) === 0 && !isPublicName(url.hostname)) throw new Error("not a public name");
  return url;
}

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, "");

/** A name of the public name system: at least two parts, and none of the endings that stay at home. */
const isPublicName = (host: string) => /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host) && !/\.(?:localhost|local|internal|home\.arpa)$/.test(host);

type Answer = { status: number; type: string; bytes: Buffer } | { status: "moved"; location: string };

async function ask(outside: Outside, url: URL, pinned: string, wish: Wish, signal: AbortSignal, message?: Message): Promise<Answer> {
  const { milliseconds = outside.milliseconds, bytes: most = outboundLimits.bytes } = wish;
  const dial = buildConnector({ allowH2: false, timeout: milliseconds, maxCachedSessions: 0 });
  const usualPort = url.protocol === "https:" ? 443 : 80;
  const agent = new Agent({
    connect: (options, done) => {
      const { address, port } = outside.door(pinned, usualPort);
      // The certificate is still asked for the name; only the way there is pinned.
      dial({ ...options, hostname: address, port: String(port), ...(url.protocol === "https:" && isIP(options.hostname) === 0 ? { servername: options.hostname } : {}) }, done);
    },
    headersTimeout: milliseconds,
    bodyTimeout: milliseconds,
    // Where nothing is read, what is sent before we hang up does not matter.
    maxResponseSize: most || -1,
  });
  try {
    const headers = { accept: wish.accept, "accept-encoding": "gzip, br", "user-agent": "Standfirst" };
    const sent = message ? ({ method: "POST", body: message.text, headers: { ...headers, "content-type": message.type } } as const) : { headers };
    const response = await request(url, { dispatcher: agent, signal, ...sent });
    // A body that is let go says so as an error, which nobody else would hear; what is read is told by the reader.
    response.body.on("error", () => undefined);
    const location = one(response.headers.location);
    if (redirections.has(response.statusCode) && location) {
      response.body.destroy();
      return { status: "moved", location };
    }
    const type = one(response.headers["content-type"]).split(";")[0]?.trim().toLowerCase() ?? "";
    if (most === 0) {
      response.body.destroy();
      return { status: response.statusCode, type, bytes: Buffer.alloc(0) };
    }
    if (Number(one(response.headers["content-length"])) > most) throw new BodyTooLarge("the body says that it is larger than may be");
    return { status: response.statusCode, type, bytes: await bodyWithin(most, response.body as Readable, one(response.headers["content-encoding"]), signal) };
  } finally {
    await agent.destroy();
  }
}

const one = (header: string | string[] | undefined) => [header ?? ""].flat()[0] ?? "";

/** The same promise, given up when time is over: a resolver knows no deadline. */
function within<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return Promise.race([work, new Promise<never>((_, over) => signal.addEventListener("abort", () => over(signal.reason), { once: true }))]);
}
