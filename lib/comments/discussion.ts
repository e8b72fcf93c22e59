import type { DiscussionMode } from "@/db/vocabulary";
import type { ThreadSort } from "@/lib/comments/discussion-view";
import type { DiscussionRules } from "@/lib/comments/discussion-rules";

/** What a story says of its own discussion; null and `inherit`: nothing. */
export type OwnRules = { mode: DiscussionMode; closesAt: Date | null; staysOpen: boolean; slowModeSeconds: number | null; /** Not told where only readers ask. */ linksHeld?: boolean | null; firstSort?: ThreadSort | null };

export const noOwnRules: OwnRules = { mode: "inherit", closesAt: null, staysOpen: false, slowModeSeconds: null };

export type DiscussionState = {
  open: boolean;
  /** Null: it stays open. */
  closesAt: Date | null;
  why: "open" | "closed" | "read_only" | "off";
  /** Whether every comment is read before it appears. */
  reviewed: boolean;
  /** Whether only people with an account may write. */
  membersOnly: boolean;
  slowModeSeconds: number;
  /** Whether any link is looked at, whoever gives it. */
  linksHeld: boolean;
  /** Whether newcomers are read first. */
  newcomersHeld: boolean;
  /** For how many minutes somebody may change what she wrote. */
  editMinutes: number;
  /** In which order threads stand where the address says none. */
  firstSort: ThreadSort;
};

/** Whether a discussion takes comments, whose and how: by the story's own word, else by the rules of its section. */
export function discussionState(own: OwnRules, rules: DiscussionRules, firstPublishedAt: Date, now: Date): DiscussionState {
  const mode = own.mode === "inherit" ? rules.mode : own.mode;
  const days = rules.closesAfterDays;
  const byRule = days === null ? null : new Date(firstPublishedAt.getTime() + days * 86_400_000);
  const closesAt = own.staysOpen ? null : (own.closesAt ?? byRule);
  const why = mode === "off" || mode === "read_only" ? mode : closesAt === null || closesAt > now ? "open" : "closed";
  return {
    open: why === "open",
    closesAt,
    why,
    reviewed: mode === "premod",
    membersOnly: mode === "members_only",
    slowModeSeconds: own.slowModeSeconds ?? rules.slowModeSeconds,
    linksHeld: own.linksHeld ?? rules.linksHeld,
    newcomersHeld: rules.newcomersHeld,
    editMinutes: rules.editMinutes,
    firstSort: own.firstSort ?? rules.firstSort,
  };
}
