"use client";

import { spokenTime } from "@/components/desk/editor/times";
import type { StoryState } from "@/lib/articles/desk-views";

// The notices above the text come together, when there is one.
export { SentBack } from "@/components/desk/editor/sent-back";

export type RestoredNoticeProps = { restored: NonNullable<StoryState["restored"]>; articleId: string; timeZone: string };

/** Above the text, where a colleague has just brought an earlier version back under whoever writes: who, what, and where to find what stood before. It is told in focus mode too. */
export function RestoredNotice({ restored: { by, part, at }, articleId, timeZone }: RestoredNoticeProps) {
  return (
    <div className="sheet news urgent">
      <p className="notice" role="status">
        <b>
          {by} brought {part ? `${part} of an earlier version` : "an earlier version"} back {spokenTime(at, timeZone)}.
        </b>{" "}
        What stood before is <a href={`/desk/articles/${articleId}/history`}>in the history</a>.
      </p>
    </div>
  );
}
