import type { Phase } from "@/lib/moderation/pipeline";

/** What the service says that the newsroom asks, in its words. Where it was silent moderators see that, and nobody waits for it. */
export const secondOpinion: Phase = ({ opinion }) => {
  if (opinion === null) return null;
  if (opinion.verdict === "silent") return { phase: "second_opinion", severity: "flag", evidence: "The service that is asked about comments did not answer in time" };
  return opinion.verdict === "publish" ? null : { phase: "second_opinion", severity: opinion.verdict, evidence: `The service that is asked about comments: ${opinion.because || opinion.verdict}` };
};
