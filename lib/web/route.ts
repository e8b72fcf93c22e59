import "server-only";
import { ofAnother } from "@/lib/core/acting-as";
import type { Actor } from "@/lib/core/actor";
import type { Command } from "@/lib/core/command";
import type { Limit } from "@/lib/core/limits";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { countAgainst } from "@/lib/core/rate-limit";
import { type Failure, forbidden, httpStatus, invalid } from "@/lib/kernel/failure";
import type { Result } from "@/lib/kernel/result";
import { surprise } from "@/lib/web/action";
import { currentActor } from "@/lib/web/session";

const privately = { "Cache-Control": "private, no-store", "Content-Type": "application/json; charset=utf-8" };

export function answer(value: unknown): Response {
  return new Response(JSON.stringify({ value }), { headers: privately });
}

export function refuse(failure: Failure): Response {
  const headers = new Headers(privately);
  if (failure.retryAfter) headers.set("Retry-After", String(failure.retryAfter));
  return new Response(JSON.stringify({ failure }), { status: httpStatus[failure.code], headers });
}

export function answerResult(result: Result<unknown>): Response {
  return result.ok ? answer(result.value) : refuse(result.failure);
}

/** Largest JSON body that a route takes, in bytes. */
const bodyLimit = 64 * 1024;

const moreThanWeTake = invalid("too_large", "This is more than can be taken at once.");

/** Reads a JSON body from our own pages; the exact content type keeps plain forms of other sites out. `tooLarge` says which field is. */
export async function readJson(request: Request, tooLarge: Failure = moreThanWeTake): Promise<{ body: unknown } | { failure: Failure }> {
  if (!isFromOwnPages(request.headers)) return { failure: forbidden("foreign_origin", "This request came from another site and was not accepted.") };
  if (request.headers.get("content-type")?.split(";")[0]?.trim() !== "application/json") return { failure: invalid("not_json", "The request must be JSON.") };
  const bytes = await readLimited(request, bodyLimit);
  if (bytes === null) return { failure: tooLarge };
  try {
    return { body: bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8")) };
  } catch {
    // The parser's own words would help nobody here.
    return { failure: invalid("not_json", "The request is not valid JSON.") };
  }
}

/** How much beyond a limit is still read, and let go, so that the connection stays good for the next request, in bytes. */
const readPast = 8 * 1024 * 1024;

/** The body, or null where it is longer than the limit, whatever its head said of its length: what is far beyond it is not read. */
export async function readLimited(request: Request, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength;
    if (length > limit + readPast) {
      await reader.cancel();
      return null;
    }
    if (length <= limit) chunks.push(next.value);
  }
  return length > limit ? null : Buffer.concat(chunks);
}

/** A versioned JSON route for a command. `fromPath` comes from the address and wins over the body; `limit` counts a person's requests. */
export async function route<Value>(command: Pick<Command<Value>, "name" | "execute">, request: Request, fromPath: Record<string, string> = {}, limit?: Limit): Promise<Response> {
  try {
    const read = await readJson(request);
    if ("failure" in read) return refuse(read.failure);
    if (typeof read.body !== "object" || read.body === null || Array.isArray(read.body)) return refuse(invalid("not_json", "The request must be a JSON object."));
    const key = request.headers.get("idempotency-key");
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    const counted = limit && actor.kind === "person" ? await countAgainst(limit, actor.personId) : null;
    if (counted && !counted.ok) return refuse(counted.failure);
    return answerResult(await command.execute({ ...read.body, ...fromPath }, { actor, ...(key && key.length <= 100 ? { key } : {}) }));
  } catch (error) {
    return refuse(surprise(error, command.name));
  }
}

/** A JSON route that only reads; null means that there is no such thing for this person. */
export async function readRoute(read: (actor: Actor) => Promise<unknown | null>): Promise<Response> {
  try {
    const value = await read(await currentActor());
    return value === null ? refuse({ code: "not_found", reason: "not_found", message: "There is no such thing, or it is not yours to see." }) : answer(value);
  } catch (error) {
    return refuse(surprise(error, "read"));
  }
}
