"use client";

import { useEffect, useState } from "react";
import { act, read } from "@/app/(desk)/desk/comments/act";
import type { Looks } from "@/lib/moderation/reads/who-looks";

/** How often colleagues' looks are asked for, how often one's own is renewed, and how long a card stands before it counts as looked at, in milliseconds. */
const every = { ask: 20_000, renew: 60_000, settle: 1000 };

/** Who looks at what besides oneself, by comment; tells the others what stands before oneself. Only while the page is seen. */
export function useLooks(current: string | null): ReadonlyMap<string, string[]> {
  const [looks, setLooks] = useState<ReadonlyMap<string, string[]>>(new Map());
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return;
      const found = await read<Looks>("/api/v1/moderation/looks");
      if (found) setLooks(new Map(found.map(({ commentId }) => [commentId, found.filter((look) => look.commentId === commentId).map(({ name }) => name)])));
    };
    void ask();
    const timer = setInterval(ask, every.ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
  useEffect(() => {
    if (!current) return;
    // What fails here is a note less: the next one comes in a minute.
    const tell = () => void (document.hidden || act("look", { commentId: current }));
    const first = setTimeout(tell, every.settle);
    const again = setInterval(tell, every.renew);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [current]);
  return looks;
}
