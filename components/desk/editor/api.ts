import type { StoryState } from "@/lib/articles/desk-views";
import { actingAsHeader } from "@/lib/kernel/acting-as-header";
import type { Failure } from "@/lib/kernel/failure";

export type Answer<Value> = { value: Value } | { failure: Failure };

let me: string | null = null;

/** Says whose page this is; what it asks to have done is refused where the browser is somebody else's by then. */
export function actAs(personId: string): void {
  me = personId;
}

const asJson = (more: Record<string, string> = {}): Record<string, string> => ({ "Content-Type": "application/json", ...(me ? { [actingAsHeader]: me } : {}), ...more });

/** What is answered where nobody is reached. */
export const lost: Failure = { code: "unavailable", reason: "offline", message: "The server cannot be reached. Nothing was changed; please try again." };

/** The answer of a route; what is no answer of ours counts as none. */
export async function read<Value>(response: Response): Promise<Answer<Value>> {
  try {
    const answer = (await response.json()) as Answer<Value>;
    if ("value" in answer || "failure" in answer) return answer;
  } catch {
    // A page in place of JSON: a proxy or a captive portal answered.
  }
  return { failure: lost };
}

/** Asks one of the newsroom's routes; with a body, to do something. */
export async function ask<Value>(path: string, body?: unknown, signal?: AbortSignal): Promise<Answer<Value>> {
  try {
    return await read<Value>(await fetch(path, body === undefined ? { signal } : { method: "POST", headers: asJson(), body: JSON.stringify(body), signal }));
  } catch {
    // No connection, or nobody waits any longer.
    return { failure: lost };
  }
}

/** Does something with the story; a repeated key is done once. */
export async function act<Value = unknown>(articleId: string, verb: string, input: Record<string, unknown>, key = crypto.randomUUID()): Promise<Answer<Value>> {
  try {
    return await read<Value>(await fetch(`/api/v1/articles/${articleId}/${verb}`, { method: "POST", headers: asJson({ "Idempotency-Key": key }), body: JSON.stringify(input) }));
  } catch {
    // No connection.
    return { failure: lost };
  }
}

/** Where the story stands now, or a copy of it. */
export async function fetchState(articleId: string, copy: string | null): Promise<StoryState | null> {
  try {
    const answer = await read<StoryState>(await fetch(`/api/v1/articles/${articleId}/state${copy ? `?copy=${copy}` : ""}`));
    return "value" in answer ? answer.value : null;
  } catch {
    // No connection: the last known state stays.
    return null;
  }
}

/** Has the server fetch a picture from its address. */
export const fetchPicture = (address: string, signal?: AbortSignal) => ask<Uploaded>("/api/v1/media/fetch", { address }, signal);

/** A picture as the paper has it now; the words are those that the file itself brought. */
export type Uploaded = { id: string; width: number; height: number; alt: string; caption: string; credit: string; copyright: string };

/** Sends one picture, reports how far it is, from 0 to 1, and stops where the signal is raised. */
export function upload(file: File, progress: (share: number) => void, signal?: AbortSignal): Promise<Answer<Uploaded>> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/media");
    request.responseType = "text";
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => done({ failure: lost });
    request.onabort = () => done({ failure: lost });
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.onload = () => {
      try {
        done(JSON.parse(request.responseText) as Answer<Uploaded>);
      } catch {
        // Not our answer: a proxy refused the size, for example.
        done({ failure: { ...lost, message: "The picture could not be taken. It may be too large." } });
      }
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}
