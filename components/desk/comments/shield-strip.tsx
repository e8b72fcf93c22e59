import { deskTime } from "@/components/desk/editor/times";
import type { Shields, StandingShield, SuggestedShield } from "@/lib/moderation/reads/shields";

/** Above the queue, for as long as there is something to say: which shields stand, and where a flood is seen without one. */
export function ShieldStrip({ shields, timeZone }: { shields: Shields; timeZone: string }) {
  return (
    <div className="shield-strip">
      {shields.standing.length > 0 && (
        <p className="notice calm">
          {shields.standing.map((shield) => shieldSentence(shield, timeZone)).join(" ")} <a href="/desk/comments/shields">Shields</a>
        </p>
      )}
      <Suggested suggested={shields.suggested} />
    </div>
  );
}

/** Where a flood is seen over which no shield stands. */
export function Suggested({ suggested }: { suggested: readonly SuggestedShield[] }) {
  if (suggested.length === 0) return null;
  return (
    <ul className="notice suggested" aria-label="Floods">
      {suggested.map(({ articleId, headline }) => (
        <li key={articleId ?? ""}>
          {articleId ? (
            <>
              Very much comes in under <bdi>“{headline}”</bdi>, or very much of it has to wait; everybody there is slowed down. <a href={`/desk/comments/shields?story=${articleId}`}>Raise a shield over it</a>
            </>
          ) : (
            <>
              {headline} are flooded at once. <a href="/desk/comments/shields">Raise a shield over the whole paper</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function shieldSentence({ over, articleId, who, by, endsAt }: StandingShield, timeZone: string): string {
  const where = over === null ? "the whole paper" : articleId ? `“${over}”` : over;
  return `A shield stands over ${where} until ${deskTime(endsAt, timeZone)}: ${who === "everybody" ? "everybody is" : "guests and newcomers are"} read first${by ? ` (${by})` : ""}.`;
}
