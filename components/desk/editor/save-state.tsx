"use client";

import type { StoryConnection } from "@/components/desk/editor/connection";
import { limitInWords } from "@/components/desk/editor/checks/places";
import { useConnection } from "@/components/desk/editor/shared";
import { clock } from "@/components/desk/editor/times";
import type { CheckPlace } from "@/lib/articles/checks";

const refusals = {
  not_found: "This story is not there, or not yours to edit.",
  withdrawn: "You may no longer edit this story.",
  reload: "This page is older than the story: reload to go on.",
  rejected: "The server refused your last change. Copy what you need, then reload.",
  full: "Too many people are in this story. Try again in a moment.",
} as const;

/** What may be said about saving, in words. "Saved" only after PostgreSQL has committed. */
export function SaveStateLine({ connection, timeZone, jump }: { connection: StoryConnection; timeZone: string; jump: (place: CheckPlace) => void }) {
  const save = useConnection(connection, (now) => now.save);
  switch (save.kind) {
    case "opening":
      return (
        <span className="saved" role="status">
          Opening…
        </span>
      );
    case "saving":
      return (
        <span className="saved" role="status">
          Saving…
        </span>
      );
    case "saved":
      return (
        <span className="saved" role="status">
          Saved {clock(save.at, timeZone)}
        </span>
      );
    case "too_long":
      return (
        <span className="saved off" role="status">
          Not all saved.{" "}
          <button className="link" type="button" onClick={() => jump({ field: save.field })}>
            {limitInWords(save.field)}
          </button>
        </span>
      );
    case "offline":
      return (
        <span className="saved off" role="status">
          Not connected: keep this tab open
        </span>
      );
    case "signed_out":
      return (
        <span className="saved off" role="status">
          Signed out: keep this tab open.{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in
          </a>
        </span>
      );
    case "refused":
      return (
        <span className="saved off" role="status">
          {refusals[save.why]}
        </span>
      );
  }
}
