import { useCallback, useEffect, useRef, useState } from "react";
import { fetchState } from "@/components/desk/editor/api";
import type { StoryConnection } from "@/components/desk/editor/connection";
import type { StoryState } from "@/lib/articles/desk-views";

/** How long after the last commit the checks are asked again, in milliseconds. */
const restBeforeChecks = 800;

/**
 * Where the story stands, read anew a moment after something was saved, at once when something happened to the story, here, elsewhere or
 * by the clock, and when somebody comes back to this window.
 */
export function useStoryState(connection: StoryConnection, initial: StoryState): [StoryState, () => Promise<void>] {
  const [state, setState] = useState(initial);
  const asked = useRef(0);
  const shown = useRef(0);

  const refresh = useCallback(async () => {
    const question = ++asked.current;
    const fresh = await fetchState(initial.id, initial.copy);
    // An answer that was overtaken by a later one is old.
    if (!fresh || question < shown.current) return;
    shown.current = question;
    setState(fresh);
  }, [initial.id, initial.copy]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(refresh, restBeforeChecks);
    };
    const stops = [connection.onSaved(later), connection.onStoryEvent(() => void refresh())];
    const look = () => void refresh();
    addEventListener("focus", look);
    return () => {
      clearTimeout(timer);
      removeEventListener("focus", look);
      for (const stop of stops) stop();
    };
  }, [connection, refresh]);

  return [state, refresh];
}
