import { type PagePurpose, pagePurposes } from "@/db/vocabulary";

/** What each purpose is called on the desk, what such a page is to machines, and by which property of the paper they find it (schema.org). */
export const purposes = {
  plain: { name: "A page like any other", type: "WebPage", property: null },
  about: { name: "About the paper", type: "AboutPage", property: null },
  contact: { name: "Contact", type: "ContactPage", property: null },
  masthead: { name: "Who makes the paper", type: "WebPage", property: "masthead" },
  publishing_principles: { name: "Principles of publishing", type: "WebPage", property: "publishingPrinciples" },
  corrections: { name: "Corrections policy", type: "WebPage", property: "correctionsPolicy" },
  ethics: { name: "Ethics policy", type: "WebPage", property: "ethicsPolicy" },
  ownership: { name: "Owners and funding", type: "WebPage", property: "ownershipFundingInfo" },
  diversity: { name: "Diversity policy", type: "WebPage", property: "diversityPolicy" },
  coverage: { name: "Mission and priorities of coverage", type: "WebPage", property: "missionCoveragePrioritiesPolicy" },
  unnamed_sources: { name: "Policy on unnamed sources", type: "WebPage", property: "unnamedSourcesPolicy" },
  fact_checking: { name: "Verification and fact-checking policy", type: "WebPage", property: "verificationFactCheckingPolicy" },
  feedback: { name: "How readers are heard", type: "WebPage", property: "actionableFeedbackPolicy" },
} as const satisfies Record<PagePurpose, { name: string; type: "WebPage" | "AboutPage" | "ContactPage"; property: string | null }>;

export const purposeNames = Object.fromEntries(pagePurposes.map((purpose) => [purpose, purposes[purpose].name])) as Record<PagePurpose, string>;

/** The addresses of the paper's policies, by the properties under which machines look for them. */
export function policyAddresses(pages: readonly { slug: string; purpose: PagePurpose }[], origin: string): Record<string, string> {
  return Object.fromEntries(pages.flatMap(({ slug, purpose }) => (purposes[purpose].property ? [[purposes[purpose].property, origin + pagePath(slug)]] : [])));
}

/** Where a page stands: under a first part that no section can take. */
export function pagePath(slug: string): string {
  return `/about/${encodeURIComponent(slug)}`;
}
