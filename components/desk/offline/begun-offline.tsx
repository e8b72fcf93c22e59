"use client";

import { useEffect, useState } from "react";
import { type AtDesk, type Coming, setUp } from "@/components/desk/offline/set-up";
import "@/components/desk/offline/begun-offline.css";

/** Readies this browser for the time when the server is away, and tells of stories that were begun then. Shows nothing where there are none. */
export function BegunOffline({ person, mayKeep }: AtDesk) {
  const [stories, setStories] = useState<readonly Coming[]>([]);
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever wants another try gets one.
  useEffect(() => {
    let ended = false;
    void setUp({ person, mayKeep }, (story) => !ended && setStories((before) => [...before.filter(({ id }) => id !== story.id), story]));
    return () => {
      ended = true;
    };
  }, [person, mayKeep, times]);
  if (stories.length === 0) return null;
  const away = (gone: string) => setStories((before) => before.filter(({ id }) => id !== gone));
  return (
    <section className="offline-stories" aria-label="Begun without the server">
      {stories.map((story) => (
        <Story key={story.id} story={story} again={() => setTimes((before) => before + 1)} away={() => away(story.id)} />
      ))}
    </section>
  );
}

function Story({ story: { as }, again, away }: { story: Coming; again: () => void; away: () => void }) {
  const [isSure, setSure] = useState(false);
  if (as.kind === "coming")
    return (
      <p className="notice calm" role="status">
        The story that you began without the server is being brought in.
      </p>
    );
  if (as.kind === "here")
    return (
      <p className="notice good" role="status">
        The story that you began without the server is here. <a href={`/desk/articles/${as.articleId}`}>Open it</a>
      </p>
    );
  const throwAway = async () => {
    await as.throwAway();
    away();
  };
  return (
    <div className="notice">
      <p role="status">
        A story that you began without the server could not be brought in, and stays on this device. {as.why}
      </p>
      {isSure ? (
        <p className="offline-acts">
          Throw it away for good?{" "}
          <button className="btn danger" type="button" onClick={() => void throwAway()}>
            Throw away
          </button>{" "}
          <button className="btn plain" type="button" onClick={() => setSure(false)}>
            No, keep it
          </button>
        </p>
      ) : (
        <p className="offline-acts">
          <button className="btn" type="button" onClick={again}>
            Try again
          </button>{" "}
          <button className="btn plain" type="button" onClick={() => setSure(true)}>
            Throw away…
          </button>
        </p>
      )}
    </div>
  );
}
