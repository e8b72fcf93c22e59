import type { AppealOutcome } from "@/db/vocabulary";

/** Why a comment was rejected, in the moderator's words where there are any, and what became of the objection to it. */
export type OwnDecision = { eventId: string; message: string | null; appeal: { outcome: AppealOutcome; answer: string } | null };
