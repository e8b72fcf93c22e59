import { type ReasonCode, reasonCodes } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";
import type { TrustLevel } from "@/lib/comments/trust";

/** What readers may report; banned words the program finds itself. */
export const reportReasons = reasonCodes.filter((code): code is Exclude<ReasonCode, "banned_word"> => code !== "banned_word");
export type ReportReason = (typeof reportReasons)[number];

type Reporter = { trust: TrustLevel; agreed: number; disagreed: number };

/** How much one report weighs: by how well its sender is known, and, once moderators judged enough of her reports, by how often they agreed. */
export function reportWeight({ trust, agreed, disagreed }: Reporter): number {
  const decided = agreed + disagreed;
  const accuracy = decided >= commentSettings.reports.decidedBeforeAccuracy ? 0.5 + agreed / decided : 1;
  return commentSettings.reports.weights[trust] * accuracy;
}

export type WeighedReport = { weight: number; counts: boolean; who: string; prefix: string | null };

/** Whether reports hide a comment by themselves: enough weight, from several people in several networks. What does not count never does. */
export function reportsHide(reports: readonly WeighedReport[]): boolean {
  // Each says it once: of guests, whose addresses are many, all of one wider network are one.
  const counted = [...new Map(reports.filter((report) => report.counts).map((report) => [report.who, report])).values()];
  const { weight, people, networks } = commentSettings.reports.hideAt;
  const prefixes = new Set(counted.flatMap(({ prefix }) => prefix ?? []));
  return counted.reduce((sum, report) => sum + report.weight, 0) >= weight && counted.length >= people && prefixes.size >= networks;
}
