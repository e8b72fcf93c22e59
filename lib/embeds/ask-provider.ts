import { z } from "zod";
import { safeFetch } from "@/lib/core/safe-fetch";
import type { EmbedProvider } from "@/lib/content/blocks/embed";
import { wordsOfPost } from "@/lib/embeds/plain-words";
import type { OembedAnswer, Reference, Snapshot } from "@/lib/embeds/provider";
import { providers } from "@/lib/embeds/providers";
import { sequels } from "@/lib/embeds/sequels";
import { type Failure, notFound, unavailable } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";

/** How the outside is asked; the program's own door, or a test's. */
export type Ask = typeof safeFetch;

const pixels = z.coerce.number().int().min(1).max(20_000).optional().catch(undefined);
const text = z.string().optional().catch(undefined);
/** Of what strangers answer only this is looked at. */
const Oembed = z.object({ title: text, author_name: text, author_url: text, provider_url: text, html: text, width: pixels, height: pixels, thumbnail_url: text });

const nothing: Snapshot = { title: "", author: "", words: "", width: null, height: null, thumbnail: null };

const silent = (name: string) => unavailable("no_answer", `${name} did not answer.`);
const absent = () => notFound("nothing_there", "There is nothing at this address any more, or it is not public.");

/**
 * What stands at an embedded address, as its provider tells. `nothing_there` is its last word, `no_answer` worth another try, `outside_closed` our own administrator's word. A provider
 * that answers nobody has an empty snapshot: the address stands by itself.
 */
export async function askProvider(provider: EmbedProvider, found: Reference, ask: Ask = safeFetch): Promise<Result<Snapshot>> {
  const knows = providers[provider];
  const { name } = knows.loadsFrom(found);
  const hosts = knows.asks(found);
  const question = knows.question(found);
  if (!question) return ok(nothing);
  const told = await json(ask, question, hosts, name);
  if (!told.ok) return told;
  const parsed = Oembed.safeParse(told.value);
  if (!parsed.success) return fail(silent(name));
  if (knows.confirms && !knows.confirms(parsed.data, found)) return fail(notFound("nothing_there", `This does not look like a post on ${name}.`));
  const snapshot = fromOembed(parsed.data, knows.isPost);
  const next = knows.sequel?.(found);
  const read = sequels[provider];
  if (!next || !read) return ok(snapshot);
  const more = await json(ask, next, hosts, name);
  return more.ok ? ok({ ...snapshot, ...read(more.value) }) : more;
}

function fromOembed(answer: OembedAnswer, isPost: boolean): Snapshot {
  return {
    title: singleLine(answer.title ?? ""),
    author: singleLine(answer.author_name ?? ""),
    words: isPost ? wordsOfPost(answer.html ?? "") : "",
    width: answer.width ?? null,
    height: answer.height ?? null,
    thumbnail: answer.thumbnail_url ?? null,
  };
}

async function json(ask: Ask, address: string, hosts: readonly string[], name: string): Promise<Result<unknown>> {
  const fetched = await ask(address, { accept: "application/json", hosts: (host) => hosts.includes(host) });
  if (!fetched.ok) return fail(fetched.failure.reason === "outside_closed" ? fetched.failure : silent(name));
  const failure = failureOf(fetched.value.status, name);
  if (failure) return fail(failure);
  try {
    return ok(JSON.parse(fetched.value.bytes.toString("utf8")));
  } catch {
    // Not the JSON that was asked for: a page that says "back soon", for example.
    return fail(silent(name));
  }
}

function failureOf(status: number, name: string): Failure | null {
  if (status >= 200 && status < 300) return null;
  return [400, 401, 403, 404, 410].includes(status) ? absent() : silent(name);
}
