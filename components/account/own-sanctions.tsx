import { printedTime } from "@/components/reader/dates";
import type { Language, ReasonCode } from "@/db/vocabulary";
import { groundOf } from "@/lib/comments/statement";
import { filledIn, sanctionWords } from "@/lib/sanctions/words";

type Props = { sanctions: { id: string; says: string; reason: ReasonCode | null; message: string; since: Date }[]; language: Language; timeZone: string; /** The look of the page that it stands on. */ className: string };

/** What the moderators decided about somebody and still holds, with the reason and what they wrote; nothing where nothing does. */
export function OwnSanctions({ sanctions, language, timeZone, className }: Props) {
  const say = sanctionWords[language];
  if (sanctions.length === 0) return null;
  return (
    <section className={className} aria-label={say.heading}>
      {sanctions.map(({ id, says, reason, message, since }) => (
        <div key={id}>
          <p>
            <b>{says}</b>
          </p>
          <p>
            {reason && `${say.reason} ${say.reasons[reason]}. ${say.ground[groundOf(reason)]} `}
            {filledIn(say.since, { day: printedTime(since, timeZone, language) })}.
          </p>
          {message && (
            <p>
              {say.told} <bdi>{message}</bdi>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
