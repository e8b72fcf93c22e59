import type { Answer } from "@/components/desk/editor/api";
import { askSnapshot, retrySnapshot } from "@/components/desk/editor/embeds/ask-embed";
import type { EmbedSnapshot } from "@/lib/embeds/views";

/** What the desk knows of an embed's snapshot; `problem` is why it could not be asked just now. */
export type Standing = { snapshot: Pick<EmbedSnapshot, "state" | "failure" | "title" | "author"> | null; problem: string | null };

type Watched = { standing: Standing; listeners: Set<(standing: Standing) => void>; timer: ReturnType<typeof setTimeout> | undefined; pause: number };

/** How the newsroom is asked; its own routes, or a test's. */
export type Means = { ask(id: string): Promise<Answer<EmbedSnapshot>>; retry(id: string): Promise<Answer<unknown>>; shortest: number };

/** The longest between two questions, in milliseconds: the last try comes most of a minute after the first. */
const longest = 15_000;

/** Follows embeds that a story shows: asked at once, then more and more seldom until their providers have answered or will not. */
export function createSnapshots({ ask, retry, shortest }: Means = { ask: askSnapshot, retry: retrySnapshot, shortest: 2000 }) {
  const watched = new Map<string, Watched>();

  const look = async (id: string) => {
    const one = watched.get(id);
    if (!one) return;
    clearTimeout(one.timer);
    const answer = await ask(id);
    if (watched.get(id) !== one) return;
    tell(one, "value" in answer ? { snapshot: answer.value, problem: null } : { ...one.standing, problem: answer.failure.message });
    const isOver = "value" in answer ? answer.value.state !== "waiting" : answer.failure.code === "not_found";
    if (isOver) return;
    one.timer = setTimeout(() => void look(id), one.pause);
    one.pause = Math.min(longest, one.pause * 1.5);
  };
  const tell = (one: Watched, standing: Standing) => {
    one.standing = standing;
    for (const listener of one.listeners) listener(standing);
  };

  return {
    /** Calls with what is known, now and at each change; gives back how to stop. */
    watch(id: string, listener: (standing: Standing) => void): () => void {
      const known = watched.get(id);
      const one: Watched = known ?? { standing: { snapshot: null, problem: null }, listeners: new Set(), timer: undefined, pause: shortest };
      one.listeners.add(listener);
      if (known) listener(one.standing);
      else {
        watched.set(id, one);
        void look(id);
      }
      return () => {
        one.listeners.delete(listener);
        if (one.listeners.size > 0) return;
        clearTimeout(one.timer);
        if (watched.get(id) === one) watched.delete(id);
      };
    },
    /** Asks its provider again, and follows what comes. */
    async again(id: string): Promise<void> {
      const answer = await retry(id);
      const one = watched.get(id);
      if (!one) return;
      one.pause = shortest;
      if ("failure" in answer) tell(one, { ...one.standing, problem: answer.failure.message });
      else await look(id);
    },
  };
}

/** Where a snapshot stands, in a sentence; nothing once it is there. */
export function standingInWords({ snapshot, problem }: Standing, provider: string): string {
  if (problem) return problem;
  if (!snapshot || snapshot.state === "ready") return "";
  const meanwhile = "Nothing is lost: readers get the description and a link.";
  if (snapshot.state === "failed") return `${snapshot.failure ?? `${provider} could not be asked.`} ${meanwhile}`;
  return snapshot.failure ? `${snapshot.failure} It is asked again by itself. ${meanwhile}` : `Asking ${provider} what it shows…`;
}
