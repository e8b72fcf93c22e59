"use client";

import { useEffect, useRef, useState } from "react";
import type { Colleague, StoryConnection } from "@/components/desk/editor/connection";
import { followColleague } from "@/components/desk/editor/following/follow-colleague";
import { Who } from "@/components/desk/who";

/** Who else is in the story; pressed, one is followed through the text until one does something oneself. */
export function HereList({ connection, others }: { connection: StoryConnection; others: readonly Colleague[] }) {
  const [followed, setFollowed] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const whom = others.find((one) => one.id === followed);
  const { id, name, hand } = whom ?? {};
  useEffect(() => {
    if (!id || !name || !hand || !list.current) return;
    setSaid(`Following ${name}. Any key ends it`);
    const end = () => {
      setFollowed(null);
      setSaid(`No longer following ${name}`);
    };
    return followColleague(connection, { id, name, hand }, list.current, end);
  }, [connection, id, name, hand]);
  // Whoever is gone is followed no longer, nor once she is back.
  useEffect(() => {
    if (followed && !id) {
      setFollowed(null);
      setSaid("Whom you followed has left");
    }
  }, [followed, id]);
  const press = (one: Colleague) => {
    setFollowed(followed === one.id ? null : one.id);
    if (followed === one.id) setSaid(`No longer following ${one.name}`);
  };
  return (
    <>
      <ul className="here-list" aria-label="In this story" ref={list}>
        {others.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={followed === one.id} title={followed === one.id ? `Stop following ${one.name}` : `Follow ${one.name}`} onClick={() => press(one)}>
              <span className="hidden">Follow </span>
              <Who name={one.name} hand={one.hand} />
            </button>
          </li>
        ))}
      </ul>
      <span className={whom ? "quiet followed" : "hidden"} role="status">
        {said}
      </span>
    </>
  );
}
