import { reasonCodes } from "@/db/vocabulary";
import type { AuditFilter } from "@/lib/moderation/audit-filter";
import { ruleName, ruleNames } from "@/lib/moderation/rule-names";

type Props = { filter: AuditFilter; actors: { id: string; name: string }[] };

/** What is wanted of the audit, as a form that ends in an address. */
export function AuditFilters({ filter, actors }: Props) {
  const rules = { ...ruleNames, ...(filter.rule && !(filter.rule in ruleNames) ? { [filter.rule]: /^[a-z_]+$/.test(filter.rule) ? ruleName(filter.rule) : "One rule" } : {}) };
  const choice = (id: "actor" | "reason" | "rule", label: string, all: string, options: readonly (readonly [string, string])[]) => (
    <div className="field">
      <label htmlFor={`audit-${id}`}>{label}</label>
      <select id={`audit-${id}`} name={id} className="input" defaultValue={filter[id] ?? ""}>
        <option value="">{all}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <search>
      <form className="audit-filters" action="/desk/comments/audit" aria-label="Which decisions">
        {choice("actor", "Decided by", "Anybody", [["program", "The program itself"], ...actors.map(({ id, name }) => [id, name] as const)])}
        {choice("reason", "Reason", "Any reason", reasonCodes.map((code) => [code, code.replaceAll("_", " ")] as const))}
        {choice("rule", "Found by", "Whatever was found", Object.entries(rules))}
        <div className="field">
          <label htmlFor="audit-from">From</label>
          <input id="audit-from" name="from" type="date" className="input" defaultValue={filter.from ?? ""} />
        </div>
        <div className="field">
          <label htmlFor="audit-to">To</label>
          <input id="audit-to" name="to" type="date" className="input" defaultValue={filter.to ?? ""} />
        </div>
        {filter.story && <input type="hidden" name="story" value={filter.story} />}
        <button className="btn first" type="submit">
          Show
        </button>
        {Object.values(filter).some((value) => value !== null) && (
          <a className="btn plain" href="/desk/comments/audit">
            All
          </a>
        )}
      </form>
    </search>
  );
}
