"use client";

import { useEffect, useRef, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { othersIn } from "@/components/desk/editor/others";
import { PresenceTeller } from "@/components/desk/editor/presence-teller";
import { useConnection } from "@/components/desk/editor/shared";

/** Who joins and leaves the story, for whoever hears the page: now and then, and when nothing else is being said. Oneself is never told. */
export function PresenceSaid({ connection, me }: { connection: StoryConnection; me: string }) {
  const colleagues = useConnection(connection, (now) => now.colleagues);
  const [words, setWords] = useState("");
  const teller = useRef<PresenceTeller>(null);
  useEffect(() => {
    const made = new PresenceTeller(setWords);
    teller.current = made;
    return () => made.stop();
  }, []);
  useEffect(() => teller.current?.see(othersIn(colleagues, me)), [colleagues, me]);
  return (
    <p className="hidden" aria-live="polite">
      {words}
    </p>
  );
}
