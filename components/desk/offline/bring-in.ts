import { type Answer, ask, lost, read } from "@/components/desk/editor/api";
import { type Refused, StoryConnection } from "@/components/desk/editor/connection";
import { putWords } from "@/components/desk/offline/put-words";
import { actingAsHeader } from "@/lib/kernel/acting-as-header";
import { failureWith } from "@/lib/kernel/failure";

/** So long is waited for the server to take a story, in milliseconds. */
const longest = 30_000;

const inWords = {
  not_found: "The story cannot be opened any more.",
  withdrawn: "You may not write in it any more.",
  reload: "The newsroom runs another version than this page by now. Reload it.",
  rejected: "The server does not take it as a story.",
  full: "Too many people are in the story just now.",
} satisfies Record<Refused, string>;

const failure = (code: "conflict" | "unauthenticated" | "forbidden", reason: string, message: string) => ({ failure: failureWith(code, reason, message) });

type Work = { id: string; person: string; state: Uint8Array };

/**
 * Makes a story of one that was begun without the server, in the name of whoever wrote it, and puts its words in. Asked again, by another tab or
 * after a lost answer, it is the same story and the same words. Fails where she is not signed in, somebody else is, or the server does not take it.
 */
export async function bringIn(work: Work): Promise<Answer<{ articleId: string }>> {
  const viewer = await ask<{ id: string } | null>("/api/viewer");
  if ("failure" in viewer) return viewer;
  if (!viewer.value) return failure("unauthenticated", "signed_out", "You are signed out.");
  if (viewer.value.id !== work.person) return failure("forbidden", "other_person", "Somebody else is signed in in this browser.");
  const begun = await begin(work);
  if ("failure" in begun) return begun;
  const refused = await putIn(begun.value.id, work);
  return refused ?? { value: { articleId: begun.value.id } };
}

async function begin({ id, person }: Work): Promise<Answer<{ id: string }>> {
  try {
    return await read(await fetch("/api/v1/articles", { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": id, [actingAsHeader]: person }, body: JSON.stringify({ begunOffline: id }) }));
  } catch {
    // No connection.
    return { failure: lost };
  }
}

/** Puts the words in over the line on which everything is written. Null once the server has committed them. */
async function putIn(articleId: string, { person, state }: Work): Promise<{ failure: ReturnType<typeof failureWith> } | null> {
  const connection = new StoryConnection(articleId, 1, null, person);
  try {
    return await new Promise((done) => {
      const late = setTimeout(() => done({ failure: lost }), longest);
      let isPut = false;
      const look = () => {
        const { ready, save } = connection.snapshot();
        const { provider } = connection;
        if (save.kind === "refused") finish(failure("conflict", save.why, inWords[save.why]));
        else if (save.kind === "signed_out") finish(failure("unauthenticated", "signed_out", "You are signed out."));
        else if (ready && !isPut) {
          isPut = true;
          putWords(connection.doc, state, connection.yjs.applyUpdate);
          look();
        } else if (isPut && provider.isSynced && provider.unsyncedChanges === 0) finish(null);
      };
      const stops = [connection.subscribe(look), connection.onCommitted(look)];
      const finish = (outcome: { failure: ReturnType<typeof failureWith> } | null) => {
        clearTimeout(late);
        for (const stop of stops) stop();
        done(outcome);
      };
      look();
    });
  } finally {
    connection.close();
  }
}
