import { deskTime } from "@/components/desk/editor/times";
import type { StoryState } from "@/lib/articles/desk-views";

export type SentBackProps = { sentBack: NonNullable<StoryState["sentBack"]>; timeZone: string };

/** Above the text, until the story is handed in again: who gave it back, when and why. */
export function SentBack({ sentBack, timeZone }: SentBackProps) {
  return (
    <div className="sheet news">
      <p className="notice" role="status">
        <b>
          Sent back by {sentBack.by}, {deskTime(sentBack.at, timeZone)}:
        </b>{" "}
        <span dir="auto">{sentBack.reason}</span>
      </p>
    </div>
  );
}
