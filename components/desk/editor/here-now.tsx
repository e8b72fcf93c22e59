"use client";

import type { StoryConnection } from "@/components/desk/editor/connection";
import { useConnection } from "@/components/desk/editor/shared";

/** The colleagues who are in a field, beside it. */
export function HereNow({ connection, field, label }: { connection: StoryConnection; field: string; label: string }) {
  const colleagues = useConnection(connection, (now) => now.colleagues);
  const here = colleagues.filter((colleague) => colleague.field === field);
  if (here.length === 0) return null;
  return (
    <ul className="here-now" aria-label={`In ${label}`}>
      {here.map((colleague) => (
        <li key={colleague.client} className={`chip h${colleague.hand}c`}>
          {colleague.name}
        </li>
      ))}
    </ul>
  );
}

/** What a field, or the box around several controls, needs so that colleagues see who is in it. */
export function announcing(connection: StoryConnection, field: string): { onFocus: () => void; onBlur: () => void } {
  return { onFocus: () => connection.enter(field), onBlur: () => connection.enter(null) };
}
