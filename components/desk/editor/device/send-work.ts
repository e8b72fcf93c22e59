import { type Answer, inMyName, lost, read } from "@/components/desk/editor/api";
import type { AsideReason } from "@/lib/articles/device-copy";
import type { ComparedWork } from "@/lib/comparison/compared-work";
import { actingAsHeader } from "@/lib/kernel/acting-as-header";

async function send<Value>(path: string, update: Uint8Array, more: Record<string, string> = {}): Promise<Answer<Value>> {
  try {
    return await read(await fetch(path, { method: "POST", headers: { ...inMyName({ "Content-Type": "application/octet-stream" }), ...more }, body: update as BufferSource }));
  } catch {
    // No connection.
    return { failure: lost };
  }
}

/** What an update would change in a story, or, `whole`, in what it differs from one: the server compares, and keeps nothing of it. */
export const compareWork = (articleId: string, update: Uint8Array, whole: boolean): Promise<Answer<ComparedWork>> => send(`/api/v1/articles/${articleId}/compare-copy${whole ? "?whole=1" : ""}`, update);

type Work = { reason: AsideReason; firstAt: number; isOfThisDocument: boolean };

/** Makes a proposal of work that lay aside since `firstAt` (milliseconds), once under each name, and in nobody's name but that of its writer. */
export function proposeWork({ article, person }: { article: string; person: string }, name: string, update: Uint8Array, { reason, firstAt, isOfThisDocument }: Work): Promise<Answer<{ id: string }>> {
  const about = new URLSearchParams({ work: name, reason, since: new Date(firstAt).toISOString(), whole: isOfThisDocument ? "0" : "1" });
  return send(`/api/v1/articles/${article}/propose-work?${about}`, update, { [actingAsHeader]: person });
}
