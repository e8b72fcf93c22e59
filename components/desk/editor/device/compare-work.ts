import { type Answer, inMyName, lost, read } from "@/components/desk/editor/api";
import type { ComparedWork } from "@/lib/comparison/compared-work";

/** What an update would change in a story, or, `whole`, in what it differs from one: the server compares, and keeps nothing of it. */
export async function compareWork(articleId: string, update: Uint8Array, whole: boolean): Promise<Answer<ComparedWork>> {
  try {
    return await read(await fetch(`/api/v1/articles/${articleId}/compare-copy${whole ? "?whole=1" : ""}`, { method: "POST", headers: inMyName({ "Content-Type": "application/octet-stream" }), body: update as BufferSource }));
  } catch {
    // No connection.
    return { failure: lost };
  }
}
