import type { Signal } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import { history } from "@/lib/moderation/phases/history";
import { links } from "@/lib/moderation/phases/links";
import { nearlyRepeated } from "@/lib/moderation/phases/nearly-repeated";
import { newness } from "@/lib/moderation/phases/newness";
import { readFirst } from "@/lib/moderation/phases/read-first";
import { readsLikeSpam } from "@/lib/moderation/phases/reads-like-spam";
import { repeated } from "@/lib/moderation/phases/repeated";
import { reviewed } from "@/lib/moderation/phases/reviewed";
import { shape } from "@/lib/moderation/phases/shape";
import type { SpamVerdict } from "@/lib/moderation/spam-filter/learned";

/** What the phases look at; gathered once, before they run. */
export type Submission = {
  text: string;
  linkCount: number;
  author: "guest" | "reader" | "staff";
  /** Whether every comment on the story is read first. */
  reviewed: boolean;
  /** Whether all that she writes is read first, since a moderator said so. */
  readFirst: boolean;
  /** Whether it is known that whoever wrote it has the address: of people it always is. */
  confirmed: boolean;
  approvedBefore: number;
  /** Others who sent the very same text in the last day. */
  sameTextByOthers: number;
  /** Comments of the last day whose text is nearly the same. */
  nearlySameText: number;
  /** Of the commenter's last comments: how many a moderator decided about, and how many of those were rejected. */
  decided: number;
  rejected: number;
  /** What the filter thinks of the text; null while it has learned too little. */
  filter: SpamVerdict | null;
};

export type Phase = (submission: Submission) => Signal | null;

/** In this order, each with the reason for its place. All run: a moderator sees every signal, not the first. */
const phases: readonly Phase[] = [
  readFirst, // what a moderator said of her outweighs what the paper knows
  newness, // who speaks comes first on the card
  history, // and what she said before
  reviewed, // so does what holds for everybody here
  repeated, // a flood is known by its repeats before anything is read
  nearlyRepeated, // and so is one that is changed a little each time
  readsLikeSpam, // what moderators called spam before
  links, // the commonest reason for spam
  shape, // manners last: never more than a hint
];

const order: readonly Signal["severity"][] = ["publish", "flag", "hold", "spam", "reject"];

/** Every signal, and where the comment goes: the most severe decides, once. Staff are not scored. */
export function judge(submission: Submission): { signals: Signal[]; status: CommentStatus } {
  if (submission.author === "staff") return { signals: [], status: "approved" };
  const signals = phases.flatMap((phase) => phase(submission) ?? []);
  const worst = Math.max(0, ...signals.map((signal) => order.indexOf(signal.severity)));
  const status = { publish: "published", flag: "published", hold: "held", spam: "spam", reject: "rejected" } as const;
  return { signals, status: status[order[worst] ?? "publish"] };
}
