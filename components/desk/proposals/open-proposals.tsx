import type { StoryState } from "@/lib/articles/desk-views";

/** In the story's panel: whose proposals wait for an answer, who has a copy in work, and what was said from outside. Nothing where there are none. */
export function OpenProposals({ articleId, proposals, remarks }: { articleId: string } & Pick<StoryState, "proposals" | "remarks">) {
  if (proposals.length + remarks === 0) return null;
  return (
    <section className="pane open-proposals" aria-label="Proposals">
      <ul>
        {remarks > 0 && (
          <li>
            <a href={`/desk/articles/${articleId}/reviews`}>{remarks === 1 ? "1 remark" : `${remarks} remarks`} from outside</a>
          </li>
        )}
        {proposals.map(({ id, by, isSent, word }) => (
          <li key={id}>
            {isSent ? (
              <>
                <a href={`/desk/articles/${articleId}/proposals?p=${id}`}>
                  Proposal by <bdi>{by}</bdi>
                </a>{" "}
                <span className="faint" dir="auto">
                  {word}
                </span>
              </>
            ) : (
              <span className="quiet">
                <bdi>{by}</bdi> works on a copy
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
