import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";

/** Why a form was not read, with the status that says so to machines. */
const statuses = { tooLong: 413, elsewhere: 403 } as const;
export type FormRefusal = keyof typeof statuses;
export const statusOf = (why: FormRefusal) => statuses[why];

/** In place of a form that was not read: says why, what may be sent where that is known, and the way back. */
export function RefusedForm({ why, limit, language }: { why: FormRefusal; limit?: string | undefined; language: Language }) {
  const { title, text } = words[language].lost[why];
  return (
    <main id="main" className="page">
      <div className="lost">
        <div role="alert">
          <p className="kicker">{statusOf(why)}</p>
          <h1>{title}</h1>
          {limit && <p>{limit}</p>}
          <p>{text}</p>
        </div>
      </div>
    </main>
  );
}
