import type { Language, ReasonCode, SanctionKind, SweepSpan } from "@/db/vocabulary";
import { groundOf } from "@/lib/comments/statement";
import { filledIn, sanctionSays, sanctionWords, type ToldSanction } from "@/lib/sanctions/words";

type To = { paper: string; timeZone: string; name: string; /** Whether she has no account: then it is her address that it concerns. */ guest: boolean; /** Where her comments stand, with how to object; null for a guest. */ own: string | null };

/** The statement of reasons that goes with a sanction: what holds, until when, why, what went with it, and how to object. */
export function sanctionLetter(told: ToldSanction & { reason: ReasonCode | null; message: string; swept: SweepSpan | null }, to: To, language: Language): { subject: string; text: string } {
  const say = sanctionWords[language];
  const parts = [
    filledIn(say.hello, { name: to.name }),
    sanctionSays(told, to, language),
    ...(to.guest ? [say.address] : []),
    ...(told.reason ? [`${say.reason} ${say.reasons[told.reason]}\n${say.ground[groundOf(told.reason)]}`] : []),
    ...(told.message ? [`${say.told}\n${told.message}`] : []),
    ...(told.swept ? [say.swept[told.swept]] : []),
    say.who,
    ...(to.own ? [to.own] : []),
    to.paper,
  ];
  return { subject: filledIn(say.subject, { paper: to.paper }), text: `${parts.join("\n\n")}\n` };
}

/** Says that a sanction holds no longer. */
export function liftedLetter({ kind, message, broughtBack }: { kind: SanctionKind; message: string; broughtBack: boolean }, to: To, language: Language): { subject: string; text: string } {
  const say = sanctionWords[language];
  const parts = [filledIn(say.hello, { name: to.name }), filledIn(say.lifted[kind], { paper: to.paper }), ...(to.guest ? [say.address] : []), ...(message ? [`${say.told}\n${message}`] : []), ...(broughtBack ? [say.broughtBack] : []), to.paper];
  return { subject: filledIn(say.subjectLifted, { paper: to.paper }), text: `${parts.join("\n\n")}\n` };
}
