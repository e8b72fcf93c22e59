"use client";

import type { StoryConnection } from "@/components/desk/editor/connection";
import { useConnection, useShared } from "@/components/desk/editor/shared";

/** The story's headline in the bar, as it is typed; `committed` stands there until the document has come. */
export function BarHeadline({ connection, committed }: { connection: StoryConnection; committed: string }) {
  const text = connection.doc.getText("headline");
  const ready = useConnection(connection, (now) => now.ready);
  const typed = useShared(text, () => text.toString());
  return (
    <h1 className="name" dir="auto">
      {(ready ? typed : committed).trim() || "New story"}
    </h1>
  );
}
