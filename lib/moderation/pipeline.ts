import type { Signal } from "@/db/schema/comments";
import type { CommentStatus, ReasonCode, ShieldWho } from "@/db/vocabulary";
import type { TrustLevel } from "@/lib/comments/trust";
import type { Opinion } from "@/lib/core/opinion";
import type { PersonalData } from "@/lib/moderation/personal-data";
import { disguise } from "@/lib/moderation/phases/disguise";
import { editedAfterwards } from "@/lib/moderation/phases/edited-afterwards";
import { history } from "@/lib/moderation/phases/history";
import { hurry } from "@/lib/moderation/phases/hurry";
import { links } from "@/lib/moderation/phases/links";
import { nearlyRepeated } from "@/lib/moderation/phases/nearly-repeated";
import { network } from "@/lib/moderation/phases/network";
import { newness } from "@/lib/moderation/phases/newness";
import { personalData } from "@/lib/moderation/phases/personal-data";
import { readFirst } from "@/lib/moderation/phases/read-first";
import { readsLikeSpam } from "@/lib/moderation/phases/reads-like-spam";
import { repeated } from "@/lib/moderation/phases/repeated";
import { reviewed } from "@/lib/moderation/phases/reviewed";
import { sameBrowser } from "@/lib/moderation/phases/same-browser";
import { secondOpinion } from "@/lib/moderation/phases/second-opinion";
import { shape } from "@/lib/moderation/phases/shape";
import { shielded } from "@/lib/moderation/phases/shielded";
import { wordRules } from "@/lib/moderation/phases/word-rules";
import type { SpamVerdict } from "@/lib/moderation/spam-filter/learned";
import type { Found } from "@/lib/moderation/word-rules/find";
import type { Host } from "@/lib/moderation/word-rules/hosts";

/** What the phases look at; gathered once, before they run. */
export type Submission = {
  text: string;
  linkCount: number;
  /** The hosts that it names or links to. */
  hosts: readonly Host[];
  author: "guest" | "reader" | "staff";
  /** How well the paper knows whoever wrote it. */
  trust: TrustLevel;
  /** Whether every comment on the story is read first. */
  reviewed: boolean;
  /** Whether all that she writes is read first, since a moderator said so. */
  readFirst: boolean;
  /** Whether any link waits under this story, whoever gives it. */
  linksHeld: boolean;
  /** Whether newcomers are read first. Guests always are. */
  newcomersHeld: boolean;
  /** Whose new comments wait here for now; null where no shield stands. */
  shield: ShieldWho | null;
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
  /** What the moderators' rules found, and whether all of them could be looked for. */
  rules: { found: readonly Found[]; whole: boolean };
  /** What may be somebody's own, and does not stand in the story. */
  personalData: readonly PersonalData[];
  /** What is known of where it comes from; null where nothing is. */
  network: { refused: number; newcomers: number; sameBrowserHere: number } | null;
  /** What the service outside thinks of it; null where none was asked. */
  opinion: Opinion | null;
  /** Seconds from the first key to the sending; null where no script measured it. */
  secondsToWrite: number | null;
  /** Of an edit: what readers had done with the text before, and whether it gave no link until now. */
  editing: { likes: number; answers: number; addsLink: boolean } | null;
};

/** One look at a submission: what it noticed, each thing once. */
export type Phase = (submission: Submission) => Signal | readonly Signal[] | null;

type NamedPhase = { /** As in the signals that it gives. */ name: string; /** What it asks, in the words of the desk. */ asks: string; run: Phase; /** Not asked of people who are trusted most. */ sparesTrusted?: true };

/** In this order, each with the reason for its place. All run: a moderator sees every signal, not the first. */
export const phases: readonly NamedPhase[] = [
  { name: "read_first", asks: "Did a moderator say that all of hers is read first?", run: readFirst }, // what a moderator said of her outweighs what the paper knows
  { name: "newness", asks: "Is whoever writes new here?", run: newness, sparesTrusted: true }, // who speaks comes first on the card
  { name: "history", asks: "Was much of hers rejected?", run: history }, // and what she said before
  { name: "reviewed", asks: "Is every comment on the story read first?", run: reviewed }, // so does what holds for everybody here
  { name: "shielded", asks: "Does a shield stand?", run: shielded }, // or for everybody for now
  { name: "network", asks: "Does much that is unwanted come from her network?", run: network }, // where a flood comes from is known before its words
  { name: "same_browser", asks: "Does the same browser write here under other names?", run: sameBrowser },
  { name: "hurry", asks: "Was it sent sooner than anybody writes?", run: hurry },
  { name: "repeated", asks: "Did others send the same words?", run: repeated }, // a flood is known by its repeats before anything is read
  { name: "nearly_repeated", asks: "Did others send nearly the same?", run: nearlyRepeated, sparesTrusted: true }, // and so is one that is changed a little each time
  { name: "word_rule", asks: "Do the moderators’ own rules find something?", run: wordRules }, // what people of this paper decided comes before what a program learned
  { name: "reads_like_spam", asks: "Does it read like what was called spam?", run: readsLikeSpam }, // what moderators called spam before
  { name: "second_opinion", asks: "What does the service outside think of it?", run: secondOpinion }, // and what others learned elsewhere
  { name: "links", asks: "Does it link to more than she may?", run: links }, // the commonest reason for spam
  { name: "personal_data", asks: "Does it tell what is somebody’s own?", run: personalData },
  { name: "disguise", asks: "Are words disguised?", run: disguise },
  { name: "edited_afterwards", asks: "Was it changed after readers had answered or liked it?", run: editedAfterwards },
  { name: "shape", asks: "Does it shout?", run: shape, sparesTrusted: true }, // manners last: never more than a hint
];

const order: readonly Signal["severity"][] = ["publish", "flag", "hold", "spam", "reject"];

/** Every signal, and where the comment goes: the most severe decides, once. Staff are not scored: only an address that is on a rule of the moderators makes a comment of theirs wait. */
export function judge(submission: Submission): { signals: Signal[]; status: CommentStatus; reason: ReasonCode | null } {
  if (submission.author === "staff") {
    const signals = signalsOf(wordRules, { ...submission, rules: { found: submission.rules.found.filter(({ rule }) => rule.kind === "domain" && rule.action !== "flag"), whole: true } }).map((signal) => ({ ...signal, severity: "hold" as const }));
    return { signals, status: signals.length > 0 ? "held" : "approved", reason: null };
  }
  const signals = phases.flatMap((phase) => verdictOf(phase, submission));
  const worst = Math.max(0, ...signals.map((signal) => order.indexOf(signal.severity)));
  const status = ({ publish: "published", flag: "published", hold: "held", spam: "spam", reject: "rejected" } as const)[order[worst] ?? "publish"];
  // Only a rule of the moderators rejects by itself.
  return { signals, status, reason: status === "rejected" ? "banned_word" : null };
}

/** What one phase says of a submission. */
export const verdictOf = ({ run, sparesTrusted }: NamedPhase, submission: Submission): readonly Signal[] => (sparesTrusted && submission.trust === 3 ? [] : signalsOf(run, submission));

const signalsOf = (run: Phase, submission: Submission): readonly Signal[] => [run(submission) ?? []].flat();
