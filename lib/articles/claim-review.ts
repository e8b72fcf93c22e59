import { verdicts } from "@/db/vocabulary";
import { claimWords } from "@/lib/articles/claim-words";
import type { ArticlePage } from "@/lib/articles/views";

/** What of a story says that it is a fact check, and of what. */
type Checked = Pick<ArticlePage, "format" | "claim" | "claimant" | "claimantKind" | "verdict" | "language">;

const schemaKinds = { person: "Person", organisation: "Organization" } as const;

/** What a fact check found, as search engines read it (schema.org ClaimReview); null where the story checks no claim, or found nothing yet. */
export function claimReview({ format, claim, claimant, claimantKind, verdict, language }: Checked): Record<string, unknown> | null {
  if (format !== "fact_check" || !claim || !verdict) return null;
  const { score } = verdicts[verdict];
  return {
    "@type": "ClaimReview",
    claimReviewed: claim,
    itemReviewed: { "@type": "Claim", author: claimant ? { "@type": claimantKind ? schemaKinds[claimantKind] : "Thing", name: claimant } : undefined },
    reviewRating: { "@type": "Rating", alternateName: claimWords[language].verdicts[verdict], ...(score === null ? {} : { ratingValue: score, bestRating: 5, worstRating: 1 }) },
  };
}
