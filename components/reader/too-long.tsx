import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";

/** In place of a form that was too long to be read: says so, what may be sent where that is known, and the way back. */
export function TooLong({ limit, language }: { limit?: string | undefined; language: Language }) {
  const { title, text } = words[language].lost.tooLong;
  return (
    <main id="main" className="page">
      <div className="lost">
        <div role="alert">
          <p className="kicker">413</p>
          <h1>{title}</h1>
          {limit && <p>{limit}</p>}
          <p>{text}</p>
        </div>
      </div>
    </main>
  );
}
