import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { Statement } from "@/lib/comments/statement";

type Props = { statement: Statement | null; say: DiscussionWords["statement"]; className: string };

/** Why a comment is not shown: what that means, upon which ground, what led to it, whether a person decided, and whom to turn to. Nothing where it is shown. */
export function StatementOfReasons({ statement, say, className }: Props) {
  if (!statement) return null;
  const { scope, ground, upon, by } = statement;
  return (
    <details className={className}>
      <summary>{say.heading}</summary>
      <ul>
        <li>{say.scope[scope]}</li>
        {ground && <li>{say.ground[ground]}</li>}
        <li>{say.upon[upon]}</li>
        <li>{say.by[by]}</li>
      </ul>
      <p>{scope === "hidden" ? say.redress.hidden : say.redress.decided}</p>
    </details>
  );
}
