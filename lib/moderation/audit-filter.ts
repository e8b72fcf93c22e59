import { type ReasonCode, reasonCodes } from "@/db/vocabulary";
import { isUuid } from "@/lib/kernel/uuid";

/** Which decisions of the audit are wanted. `actor` null: of all people; "program": what the pipeline and readers' reports did by themselves. `rule` is a phase of the pipeline, or the id of one of the moderators' own rules. Days are the paper's own, both included. */
export type AuditFilter = { actor: string | null; reason: ReasonCode | null; rule: string | null; story: string | null; from: string | null; to: string | null };

type Asked = Partial<Record<string, string | string[] | undefined>>;

/** A day that there is: JavaScript would read the 31st of February as one in March, and PostgreSQL knows no year 0. */
function isDay(text: string): boolean {
  const day = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The filter that stands in an address; what cannot be read of it is left out. */
export function auditFilterFrom(asked: Asked): AuditFilter {
  const said = (name: string) => (typeof asked[name] === "string" ? (asked[name] as string) : "");
  const one = (name: string, good: (text: string) => boolean) => (good(said(name)) ? said(name) : null);
  return {
    actor: one("actor", (text) => text === "program" || isUuid(text)),
    reason: reasonCodes.find((code) => code === said("reason")) ?? null,
    rule: one("rule", (text) => /^[a-z_]{1,40}$/.test(text) || isUuid(text)),
    story: one("story", isUuid),
    from: one("from", isDay),
    to: one("to", isDay),
  };
}

/** The same as the query of an address. */
export function auditQuery(filter: AuditFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams([...Object.entries(filter).filter(([, value]) => value !== null), ...Object.entries(more)] as [string, string][]);
  return query.size > 0 ? `?${query}` : "";
}
