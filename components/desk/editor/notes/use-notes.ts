import { useCallback, useEffect, useRef, useState } from "react";
import { act, type Answer, ask } from "@/components/desk/editor/api";
import type { StoryConnection } from "@/components/desk/editor/connection";
import type { StoryNotes } from "@/lib/notes/views";

/** How long what was typed is waited for before a note is placed on it, in milliseconds. */
const longestWait = 5000;

/** The story's notes, read anew whenever something happened to the story and when somebody comes back to this window; null until they are here. `lost`: they cannot be had just now. */
export function useNotes(connection: StoryConnection, articleId: string): { story: StoryNotes | null; lost: boolean; refresh: () => Promise<void>; send: (verb: string, input: Record<string, unknown>) => Promise<Answer<{ id?: string }>> } {
  const [story, setStory] = useState<StoryNotes | null>(null);
  const [lost, setLost] = useState(false);
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    const question = ++asked.current;
    const answer = await ask<StoryNotes>(`/api/v1/articles/${articleId}/notes`);
    if (question !== asked.current) return;
    if ("value" in answer) setStory(answer.value);
    setLost(!("value" in answer));
  }, [articleId]);

  useEffect(() => {
    void refresh();
    const look = () => void refresh();
    const stop = connection.onStoryEvent(look);
    addEventListener("focus", look);
    return () => {
      stop();
      removeEventListener("focus", look);
    };
  }, [connection, refresh]);

  const send = useCallback(
    async (verb: string, input: Record<string, unknown>) => {
      await committed(connection);
      const answer = await act<{ id?: string }>(articleId, verb, input);
      if ("value" in answer) await refresh();
      return answer;
    },
    [connection, articleId, refresh],
  );
  return { story, lost, refresh, send };
}

/** Waits until the server has what was typed here: a note is placed on what it knows. */
function committed(connection: StoryConnection): Promise<void> {
  if (!connection.unsaved) return Promise.resolve();
  return new Promise((done) => {
    const end = () => {
      clearTimeout(late);
      stop();
      done();
    };
    const late = setTimeout(end, longestWait);
    const stop = connection.onCommitted(() => !connection.unsaved && end());
  });
}
