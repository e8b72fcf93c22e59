import { formatWords } from "@/components/reader/format-names";
import { verdicts } from "@/db/vocabulary";
import type { ArticlePage } from "@/lib/articles/views";

const schemaKinds = { person: "Person", organisation: "Organization" } as const;

/** What a fact check found, as search engines read it (schema.org ClaimReview); null where the story checks no claim, or found nothing yet. */
export function claimReview({ format, claim, claimant, claimantKind, verdict, language }: ArticlePage): Record<string, unknown> | null {
  if (format !== "fact_check" || !claim || !verdict) return null;
  const { score } = verdicts[verdict];
  return {
    "@type": "ClaimReview",
    claimReviewed: claim,
    itemReviewed: { "@type": "Claim", author: claimant ? { "@type": claimantKind ? schemaKinds[claimantKind] : "Thing", name: claimant } : undefined },
    reviewRating: { "@type": "Rating", alternateName: formatWords[language].verdicts[verdict], ...(score === null ? {} : { ratingValue: score, bestRating: 5, worstRating: 1 }) },
  };
}
