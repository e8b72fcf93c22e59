import { reasonCodes } from "@/db/vocabulary";
import { addressOfQueue, type Queue, type QueueFilters, queueNames, queues } from "@/lib/moderation/queue-address";

const trusts = ["New here, and guests", "Known", "Well known", "Staff"] as const;

/** Searching comments: a form whose answer is an address that can be passed on. */
export function SearchComments({ queue, filters, sections }: { queue: Queue; filters: QueueFilters; sections: readonly { slug: string; name: string }[] }) {
  const { text, by, cluster, ...others } = filters;
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <search>
      <form className="search-comments" action="/desk/comments" aria-label="Search comments">
        <div className="filters">
          <label className="hidden" htmlFor="search-comments">
            Words of the comment
          </label>
          <input className="input" id="search-comments" type="search" name="text" defaultValue={text} placeholder="Words of the comment" maxLength={200} />
          <label className="hidden" htmlFor="search-queue">
            Where
          </label>
          <select className="input" id="search-queue" name="queue" defaultValue={isNarrowed ? queue : "all"}>
            {queueNames.map((one) => (
              <option key={one} value={one}>
                {one === "all" ? "in all comments" : `in ${queues[one]}`}
              </option>
            ))}
          </select>
          <button className="btn" type="submit">
            Search
          </button>
          {isNarrowed && (
            <a className="btn plain" href={addressOfQueue({ queue })}>
              Clear
            </a>
          )}
        </div>
        {by && <input type="hidden" name="by" value={by} />}
        {cluster && <input type="hidden" name="cluster" value={cluster} />}
        {(by || cluster) && <p className="quiet narrowed">{by && cluster ? "Of one person, in one cluster of near-identical comments" : by ? "Of one person" : "One cluster of near-identical comments"}</p>}
        <details open={Object.keys(others).length > 0}>
          <summary>More to search by</summary>
          <div className="stack row-form">
            <Words name="name" label="Name begins with" value={filters.name} />
            <Words name="story" label="Headline or address of the story" value={filters.story} />
            <Choose name="section" label="Section" value={filters.section} options={sections.map(({ slug, name }) => [slug, name])} />
            <Choose name="reason" label="Rejected for" value={filters.reason} options={reasonCodes.map((code) => [code, code.replaceAll("_", " ")])} />
            <Choose name="trust" label="Author is" value={filters.trust === undefined ? undefined : String(filters.trust)} options={trusts.map((name, trust) => [String(trust), name])} />
            <Words name="from" label="From" value={filters.from} type="date" />
            <Words name="to" label="To" value={filters.to} type="date" />
            <label className="with-link">
              <input type="checkbox" name="links" value="1" defaultChecked={filters.links === true} /> Has a link
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}

function Words({ name, label, value, type = "text" }: { name: string; label: string; value: string | undefined; type?: "text" | "date" }) {
  return (
    <div className="field">
      <label htmlFor={`by-${name}`}>{label}</label>
      <input className="input" id={`by-${name}`} type={type} name={name} defaultValue={value} maxLength={type === "text" ? 200 : undefined} />
    </div>
  );
}

function Choose({ name, label, value, options }: { name: string; label: string; value: string | undefined; options: readonly (readonly [string, string])[] }) {
  return (
    <div className="field">
      <label htmlFor={`by-${name}`}>{label}</label>
      <select className="input" id={`by-${name}`} name={name} defaultValue={value ?? ""}>
        <option value="">Any</option>
        {options.map(([key, says]) => (
          <option key={key} value={key}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}
