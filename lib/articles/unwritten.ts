import type { Check } from "@/lib/articles/checks";

/** Whether these are the checks of a story in which nothing has been written. */
export function isUnwritten(checks: readonly Check[]): boolean {
  return ["headline", "body"].every((id) => checks.some((check) => check.id === id && check.level === "stop"));
}
