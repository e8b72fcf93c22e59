"use client";

import type { ReactNode } from "react";
import type { ConnectionState, StoryConnection } from "@/components/desk/editor/connection";
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

type Props = { connection: StoryConnection; timeZone: string };
type Save = ConnectionState["save"];

/** At the foot, while all is well: how far saving is. "Saved" only after PostgreSQL has committed. */
export function SaveState({ connection, timeZone }: Props) {
  const save = useConnection(connection, (now) => now.save);
  return (
    <span className="saved" role="status">
      {calmWords(save, timeZone)}
    </span>
  );
}

/** In the bar above the text: what is in the way of saving, and what can be done about it; where the foot is hidden, all that may be said. */
export function SaveTrouble({ connection, timeZone, jump, footIsHidden }: Props & { jump: (place: CheckPlace) => void; footIsHidden: boolean }) {
  const save = useConnection(connection, (now) => now.save);
  const kept = useConnection(connection, (now) => now.kept);
  const calm = calmWords(save, timeZone);
  return (
    <span className={calm === null ? "saved off" : "saved"} role="status">
      {calm === null ? trouble(save, jump, kept) : footIsHidden && calm}
    </span>
  );
}

/** Null where all is not well. */
function calmWords(save: Save, timeZone: string): string | null {
  switch (save.kind) {
    case "opening":
      return "Opening…";
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${clock(save.at, timeZone)}`;
    default:
      return null;
  }
}

function trouble(save: Save, jump: (place: CheckPlace) => void, kept: string | null | undefined): ReactNode {
  switch (save.kind) {
    case "too_long":
      return (
        <>
          Not all saved.{" "}
          <button className="link" type="button" onClick={() => jump({ field: save.field })}>
            {limitInWords(save.field)}
          </button>
        </>
      );
    case "offline":
      return kept ? `Offline: ${kept}` : "Not connected: keep this tab open";
    case "signed_out":
      return (
        <>
          Signed out: {save.other ? "somebody else is signed in, keep this tab open" : (kept ?? "keep this tab open")}.{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in
          </a>
        </>
      );
    case "refused":
      return refusals[save.why];
    default:
      return null;
  }
}
