import type { ReactNode } from "react";

type Props = { says: string; /** Heard, not seen: which of many it is. */ of: string; failed: boolean; children: ReactNode };

/** The fields of something in a list, folded away until they are wanted; open where what was sent has failed. */
export function FoldedFields({ says, of, failed, children }: Props) {
  return (
    <details open={failed || undefined}>
      <summary>
        {says}
        <span className="hidden"> {of}</span>
      </summary>
      <div className="stack row-form from-top">
        {children}
        <button className="btn" type="submit">
          Save
        </button>
      </div>
    </details>
  );
}
