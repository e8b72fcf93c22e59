import { ar } from "@/components/reader/comments/words/ar";
import { de } from "@/components/reader/comments/words/de";
import { en } from "@/components/reader/comments/words/en";
import { es } from "@/components/reader/comments/words/es";
import { fa } from "@/components/reader/comments/words/fa";
import { fr } from "@/components/reader/comments/words/fr";
import type { CommentMark, Language, ReasonCode } from "@/db/vocabulary";
import type { StateForAuthor } from "@/lib/comments/comment";
import type { Statement } from "@/lib/comments/statement";
import type { DiscussionTab, ThreadSort } from "@/lib/comments/discussion-view";

type Said = { title: string; text: string };

/** The words of a discussion, in the language of its story. */
export type DiscussionWords = {
  heading: string; count: (count: number) => string; openUntil: (day: string) => string; reviewed: string; reviewedAll: string; /** Without a day on which it closes. */ staysOpen: string; members: string; signIn: string; fromNewsroom: string; slow: (time: string) => string; closed: (day: string) => string; off: string; nobody: string; rules: string;
  name: string; email: string; emailHint: string; comment: string; hint: string; post: string; reply: string; replyTo: (name: string) => string; replyingTo: (name: string) => string; cancel: string; repliesTo: (name: string) => string; inReplyTo: string;
  /** What stands in the place of a comment whose text is not shown. */
  gone: Record<CommentMark, string>;
  /** What the story's script says; `as` names whoever is signed in. */
  script: { as: string; posting: string; unreachable: string; ownPage: string; /** Goes on behind the link. */ ownPageShows: string };
  author: string; staff: string; more: string; moreReplies: (count: number) => string; newest: string;
  tabs: Record<"label" | DiscussionTab, string>; sorts: Record<"label" | ThreadSort, string>;
  /** The pages beside this one, where they are not simply older. `none`: a tab with nothing in it. */
  further: string; previous: string; earlierReplies: string; none: string;
  picked: string; edited: (time: string) => string; likes: (count: number) => string;
  /** What the story’s script offers under each comment; … is a number. */
  acts: { unreachable: string; more: string; about: (name: string) => string; like: (name: string) => string; likeShort: string; link: string; copied: string; quote: string; report: string; edit: string; mute: (name: string) => string; muted: (name: string) => string; unmute: string; fresh: { one: string; many: string }; signIn: string };
  /** The page of a comment in its place. */
  place: { of: (name: string) => string; gone: string; all: string; around: string };
  /** The page where one likes, reports or changes a comment. */
  about: {
    heading: string; back: string; likeYours: string; like: string; unlike: string; likes: string; answer: string; answerQuoting: string; signIn: string;
    report: { heading: string; intro: string; why: string; other: string; law: string; lawHint: string; text: string; textHint: string; send: string; thanks: string; refused: string; /** What a notice of unlawful content says besides. */ notice: Record<"heading" | "intro" | "place" | "name" | "email" | "child" | "faith", string> };
    edit: { heading: string; hint: (time: string) => string; save: string; refused: string };
  };
  /** The second step without JavaScript. `on` stands before the story's headline. */
  compose: { on: string; notYet: string; readAgain: string; readAgainGuest: string; storyGone: string; notPosted: string; kept: string };
  /** The page of one's own comment. */
  own: {
    heading: string; storyGone: string; where: string; by: (name: string) => string; keep: string;
    states: Record<StateForAuthor, Said>;
    reasons: Record<ReasonCode, string>;
    withdraw: { ask: string; warning: string; confirm: string; refused: string; signIn: string };
  };
  /** The page behind the link in the mail to a guest. */
  confirm: { heading: string; text: string; tell: string; submit: string; dead: string; deadText: string };
  /** Why one's comment is not shown, besides the reason. */
  statement: { heading: string; scope: Record<Statement["scope"], string>; ground: Record<NonNullable<Statement["ground"]>, string>; upon: Record<Statement["upon"], string>; by: Record<Statement["by"], string>; redress: Record<"decided" | "hidden", string> };
  /** Asking somebody else to decide about one's comment again. */
  appeal: { told: string; ask: string; hint: string; text: string; send: string; refused: string; pending: string; granted: string; kept: string; answer: string };
  /** In one’s account; on one device alone the story’s own script does it (acts). */
  muting: { hint: string; muted: (name: string) => string; unmute: (name: string) => string };
  /** For the newsroom, and for whoever wrote the story. */
  picking: { pick: string; unpick: string; picked: string; hint: string };
  follow: { follow: string; unfollow: string; following: string; hint: string; quieten: string; quiet: string; hearAgain: string };
};

export const discussionWords = { en, fa, ar, de, fr, es } satisfies Record<Language, DiscussionWords>;

/** What the story's script is given. */
export type ScriptWords = DiscussionWords["script"] & Record<"waiting" | "published", Said>;

export const scriptWords = ({ script, own }: DiscussionWords): ScriptWords => ({ ...script, waiting: own.states.waiting, published: own.states.published });

/** What the story's script is given of the acts under a comment: once a browser, from an address of its own, so that no page carries it. … is a name. */
export type ActWords = { [Word in keyof DiscussionWords["acts"]]: DiscussionWords["acts"][Word] extends (name: string) => string ? string : DiscussionWords["acts"][Word] } & { pick: string; mutedInAccount: string };

export const actWords = ({ acts, picking, muting }: DiscussionWords): ActWords => ({ ...acts, pick: picking.pick, mutedInAccount: muting.muted("…"), about: acts.about("…"), like: acts.like("…"), mute: acts.mute("…"), muted: acts.muted("…") });

/** Words that stand first in a line, in a language that begins lines with a capital. */
export const asBeginning = (words: string, language: Language): string => words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
