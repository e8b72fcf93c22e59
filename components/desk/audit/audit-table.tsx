import { deskTime } from "@/components/desk/editor/times";
import type { AuditRow } from "@/lib/moderation/reads/audit";
import { ruleName } from "@/lib/moderation/rule-names";

/** Decisions, newest first. */
export function AuditTable({ rows, timeZone }: { rows: AuditRow[]; timeZone: string }) {
  if (rows.length === 0)
    return (
      <div className="empty">
        <h2>No such decision</h2>
        <p>Nobody has decided anything that this filter wants.</p>
      </div>
    );
  return (
    <table className="audit-table">
      <caption className="hidden">Decisions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">By</th>
          <th scope="col">What</th>
          <th scope="col">Reason</th>
          <th scope="col">Found by the program</th>
          <th scope="col">Story</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, by, from, to, reason, rules, undoes, story, author }) => (
          <tr key={id}>
            <td data-label="When">
              <time dateTime={at}>{deskTime(at, timeZone)}</time>
            </td>
            <td data-label="By">
              <bdi>{by ?? "the program"}</bdi>
            </td>
            <td data-label="What">
              <span>
                {from ? `${from} → ${to}` : to}
                {undoes && <span className="quiet">, taken back</span>}
                {author && (
                  <>
                    {" "}
                    <a href={author}>Its author</a>
                  </>
                )}
              </span>
            </td>
            <td data-label="Reason">{reason?.replaceAll("_", " ") ?? <span className="faint">none</span>}</td>
            <td data-label="Found by the program">{rules.length > 0 ? rules.map(ruleName).join(", ") : <span className="faint">nothing</span>}</td>
            <td data-label="Story">
              <a href={`/desk/comments/audit?story=${story.id}`}>
                <bdi>{story.headline}</bdi>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
