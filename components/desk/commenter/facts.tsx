import type { CommenterPage } from "@/lib/sanctions/reads/commenter-page";

const marks = { approved: "approved", rejected: "rejected", spam: "spam" } as const;

/** What is known of a commenter, in numbers. */
export function Facts({ page: { trust, counts, lastDecided, reports, kind, sameNetwork } }: { page: CommenterPage }) {
  const rows: [name: string, value: string | number][] = [
    ["Trust", `${trust.level} of 3`],
    ["Approved", counts.approved],
    ["Shown unread", counts.unread],
    ["Waiting", counts.waiting],
    ["Rejected", counts.rejected],
    ["Spam", counts.spam],
    ["Hidden", counts.hidden],
    ["Withdrawn, purged", counts.withdrawn],
    ["Reports against her, upheld", `${reports.against.agreed} of ${reports.against.agreed + reports.against.disagreed}`],
    ...(reports.against.pending > 0 ? [["Reports that wait", reports.against.pending] as [string, number]] : []),
    ...(kind === "guest" ? [] : [["Reports she made, upheld", `${reports.made.agreed} of ${reports.made.agreed + reports.made.disagreed}`] as [string, string]]),
  ];
  return (
    <>
      <p className="quiet">{trust.why}</p>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sameNetwork > 0 && <p className="commenter-near">Same network as {sameNetwork === 1 ? "one suspended or banned commenter" : `${sameNetwork} suspended or banned commenters`}</p>}
      {lastDecided.length > 0 && (
        <p className="commenter-bits">
          <span className="quiet">Last decided, newest first: </span>
          <span role="img" aria-label={`${lastDecided.filter((one) => one === "approved").length} of the last ${lastDecided.length} approved: ${lastDecided.map((one) => marks[one]).join(", ")}`}>
            {lastDecided.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of marks without names.
              <i key={place} data-decided={one} />
            ))}
          </span>
        </p>
      )}
    </>
  );
}
