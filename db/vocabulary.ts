/** The closed lists that schema, rules and interface share. Adding a word here makes the compiler name each place that must know it. */

export const roles = ["reader", "contributor", "author", "moderator", "editor", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What each role is called on screen. */
export const roleNames = {
  reader: "Reader",
  contributor: "Contributor",
  author: "Author",
  moderator: "Moderator",
  editor: "Editor",
  administrator: "Administrator",
} satisfies Record<Role, string>;

export const bylineRoles = ["by", "translated", "photographs", "reporting"] as const;
export type BylineRole = (typeof bylineRoles)[number];

export const bylineRoleNames = {
  by: "By",
  translated: "Translated by",
  photographs: "Photographs by",
  reporting: "Additional reporting by",
} satisfies Record<BylineRole, string>;

/** What a story is, told by the editor: each has its own page, its own type for machines, and some a mark on fronts. */
export const storyFormats = ["news", "analysis", "opinion", "feature", "interview", "explainer", "fact_check", "gallery", "obituary", "press_release"] as const;
export type StoryFormat = (typeof storyFormats)[number];

/** What each format is called on the desk, and what choosing it does. */
export const formatChoices = {
  news: { name: "News", does: "The plain page: headline, picture, text." },
  analysis: { name: "Analysis", does: "Marked “Analysis” above the headline and on fronts." },
  opinion: { name: "Opinion", does: "Marked “Opinion”; the columnist’s portrait stands above the headline, the kicker is the column’s name." },
  feature: { name: "Feature, long read", does: "Opens with the lead picture as wide as the screen, then contents from the headings and how far one has read." },
  interview: { name: "Interview", does: "Paragraphs wholly in bold are the questions, set apart from the answers." },
  explainer: { name: "Explainer", does: "The first fact box comes first as the key points, then contents from the headings." },
  fact_check: { name: "Fact check", does: "Like an explainer, marked “Fact check”: the claim, who claims it and the verdict stand above the text, and search engines are told of them." },
  gallery: { name: "Picture gallery", does: "Pictures stand large, one under another; the text is a column between them." },
  obituary: { name: "Obituary", does: "A calm page with a portrait: put the years of the life in the kicker, such as 1941–2026." },
  press_release: { name: "Press release", does: "Marked “Press release” on its page and on fronts, with whoever signs it as the sender." },
} satisfies Record<StoryFormat, { name: string; does: string }>;

/** What a fact check found, from true to false, and where nobody can say. `score` is what machines are told, of five; none where there is nothing to score. */
export const verdicts = {
  true: { name: "True", score: 5 },
  mostly_true: { name: "Mostly true", score: 4 },
  half_true: { name: "Half true", score: 3 },
  mostly_false: { name: "Mostly false", score: 2 },
  false: { name: "False", score: 1 },
  unproven: { name: "Unproven", score: null },
} as const satisfies Record<string, { name: string; score: number | null }>;
export type Verdict = keyof typeof verdicts;
export const verdictCodes = Object.keys(verdicts) as [Verdict, ...Verdict[]];

/** Who made the claim that a fact check is about. */
export const claimantKinds = { person: "A person", organisation: "An organisation" } as const;
export type ClaimantKind = keyof typeof claimantKinds;
export const claimantKindCodes = Object.keys(claimantKinds) as [ClaimantKind, ...ClaimantKind[]];

/** Languages a story may be written in: their own name, their direction, and the locale that social cards are told. */
export const languages = {
  en: { name: "English", direction: "ltr", locale: "en_GB" },
  de: { name: "Deutsch", direction: "ltr", locale: "de_DE" },
  fr: { name: "Français", direction: "ltr", locale: "fr_FR" },
  es: { name: "Español", direction: "ltr", locale: "es_ES" },
  fa: { name: "فارسی", direction: "rtl", locale: "fa_IR" },
  ar: { name: "العربية", direction: "rtl", locale: "ar_AR" },
} as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as [Language, ...Language[]];

/** The accents a section may take; each is a token of the design. */
export const accents = ["town", "region", "world", "business", "opinion", "culture", "science", "sport", "plain"] as const;
export type Accent = (typeof accents)[number];

/** What each accent is called where one is chosen: after the section it was drawn for. */
export const accentNames = {
  town: "Town",
  region: "Region",
  world: "World",
  business: "Business",
  opinion: "Opinion",
  culture: "Culture",
  science: "Science",
  sport: "Sport",
  plain: "Plain",
} satisfies Record<Accent, string>;

export const revisionKinds = ["auto", "named", "hand_in", "send_back", "schedule", "embargo", "publish", "update", "correct", "unpublish", "pre_restore", "restore", "proposal", "import"] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** How a copy of a story that somebody works on stands: being written, waiting for an answer, taken back, or answered. */
export const proposalStates = ["open", "sent", "withdrawn", "declined", "taken", "partly_taken"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What becomes of other words that a note suggests. */
export const suggestionVerdicts = ["applied", "dismissed"] as const;
export type SuggestionVerdict = (typeof suggestionVerdicts)[number];

/** What becomes of a remark from outside: its words were taken, declined, or it was seen to. */
export const remarkVerdicts = ["taken", "declined", "done"] as const;
export type RemarkVerdict = (typeof remarkVerdicts)[number];

export const proposalVerdicts = ["taken", "declined"] as const;
export type ProposalVerdict = (typeof proposalVerdicts)[number];

/** What a page of the paper about itself is for; each but `plain` stands once. */
export const pagePurposes = ["plain", "about", "contact", "masthead", "publishing_principles", "corrections", "ethics", "ownership", "diversity", "coverage", "unnamed_sources", "fact_checking", "feedback"] as const;
export type PagePurpose = (typeof pagePurposes)[number];

export const correctionKinds = ["correction", "clarification", "update", "editors_note"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** What a story's public change log says. */
export type ChangeKind = "published" | "withdrawn" | "published_again" | "fix" | CorrectionKind;

export const correctionKindNames = {
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
  editors_note: "Editor’s note",
} satisfies Record<CorrectionKind, string>;

export const commentStatuses = ["unverified", "held", "published", "approved", "hidden", "rejected", "spam", "withdrawn", "purged"] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** The statuses whose text readers see. */
export const visibleCommentStatuses = ["published", "approved"] as const satisfies readonly CommentStatus[];

/** What stands in a comment's place where readers do not see its text. */
export const commentMarks = ["hidden", "withdrawn", "removed"] as const;
export type CommentMark = (typeof commentMarks)[number];

export const discussionModes = ["inherit", "open", "premod", "members_only", "read_only", "off"] as const;
export type DiscussionMode = (typeof discussionModes)[number];

/** Ways to hold a discussion, by the story that it is about. */
export const discussionPresets = ["standard", "reviewed", "sensitive", "questions", "live"] as const;
export type DiscussionPreset = (typeof discussionPresets)[number];

export const reasonCodes = [
  "abuse", "hate", "threat", "harassment", "spam_ad", "off_topic", "misinformation", "personal_data", "copyright", "illegal", "impersonation", "banned_word", "other",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What a moderators' rule looks for, and what it does with a comment in which it finds it, from the mildest on. */
export const wordRuleKinds = ["words", "expression", "domain", "name"] as const;
export type WordRuleKind = (typeof wordRuleKinds)[number];
export const wordRuleActions = ["flag", "hold", "spam", "reject"] as const;
export type WordRuleAction = (typeof wordRuleActions)[number];

/** Whose new comments wait behind a shield. */
export const shieldWhos = ["newcomers", "everybody"] as const;
export type ShieldWho = (typeof shieldWhos)[number];

/** What became of a report: a moderator thought so too, or not; or there was nothing left to decide about. */
export const reportOutcomes = ["pending", "agreed", "disagreed", "ignored"] as const;
/** What goes on being counted when it is forgotten. */
export type ForgottenCount = "report" | "notice" | "sanction" | "complaint";
export type ReportOutcome = (typeof reportOutcomes)[number];

/** What became of somebody's objection to a decision. */
export const appealOutcomes = ["pending", "granted", "refused", "lapsed"] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** What somebody may be told of: an answer to her, a decision about her comment, that it was picked, and what is new in a thread she follows. */
export const noticeKinds = ["answer", "decision", "picked", "thread", "question"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How long what is to be mailed is gathered first. */
export const noticePaces = ["soon", "hourly", "daily"] as const;
export type NoticePace = (typeof noticePaces)[number];

/** What is done to a commenter for what she wrote, from the mildest on: she is told off, all that she writes is read first, she may not take part for a while, or for long. */
export const sanctionKinds = ["warn", "premod", "suspend", "ban"] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** What each sanction is called at the desk. */
export const sanctionNames = { warn: "Warning", premod: "Always read first", suspend: "Suspension", ban: "Ban" } satisfies Record<SanctionKind, string>;

/** How much of what somebody wrote goes with a sanction: what she wrote within a day, a week, or ever. */
export const sweepSpans = ["day", "week", "all"] as const;
export type SweepSpan = (typeof sweepSpans)[number];

/** What became of each comment that a sanction swept: it waits, was rejected, or had changed before; and of a rejected one whether it was brought back, or had been decided about since. */
export const sweepOutcomes = ["waiting", "rejected", "changed", "brought_back", "decided_since", "left"] as const;
export type SweepOutcome = (typeof sweepOutcomes)[number];

/** What the newsroom may make of a comment: print it as a letter, follow it as a lead, or look into the error that it reports. */
export const useKinds = ["letter", "lead", "correction"] as const;
export type UseKind = (typeof useKinds)[number];

/** What each is called at the desk. */
export const useKindNames = { letter: "Letter", lead: "Lead", correction: "Correction report" } satisfies Record<UseKind, string>;

/** How far that is: only marked, its author was asked, she agreed or refused or took her word back, it was used, or it is seen to without. */
export const useStates = ["noted", "asked", "agreed", "refused", "withdrawn", "used", "closed"] as const;
export type UseState = (typeof useStates)[number];

/** What somebody answers who is asked. */
export const consentAnswers = ["agreed", "refused"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** What an internal note is about: words of the text, a whole block, a field beside it, or the story. */
export const noteAnchorKinds = ["text", "block", "field", "story"] as const;
export type NoteAnchorKind = (typeof noteAnchorKinds)[number];

/** Who may read an internal note, among those who may open the story (lib/notes/audiences.ts says what each is called). */
export const noteAudienceCodes = ["newsroom", "desk", "legal"] as const;
export type NoteAudience = (typeof noteAudienceCodes)[number];

export const linkPurposes = ["invitation", "reset", "setup"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** Everything that can happen, in the past tense. The subject's type is the word before the dot. */
export const eventNames = [
  "article.created", "article.handed_in", "article.sent_back", "article.scheduled", "article.schedule_cancelled", "article.embargoed", "article.embargo_lifted", "article.kept_off_devices", "article.allowed_on_devices",
  "article.published", "article.updated", "article.corrected", "article.unpublished", "article.revision_kept", "article.revision_named", "article.restored", "article.related_chosen", "article.translation_tied", "article.likened",
  "article.note_added", "article.note_answered", "article.note_changed", "article.note_resolved", "article.note_reopened", "article.suggestion_applied", "article.suggestion_dismissed",
  "article.letter_placed",
  "article.copied", "article.proposal_sent", "article.proposal_reopened", "article.proposal_withdrawn", "article.proposal_taken", "article.proposal_declined",
  "article.review_offered", "article.review_revoked", "article.review_opened", "article.review_remarked", "article.remark_settled",
  "comment.posted", "comment.approved", "comment.rejected", "comment.marked_spam", "comment.hidden", "comment.shown_again", "comment.withdrawn", "comment.purged", "comment.decision_undone", "comment.edited", "comment.hidden_by_reports", "comment.picked", "comment.unpicked", "comment.confirmed", "comment.claimed", "comment.appealed", "comment.appeal_granted", "comment.appeal_refused", "comment.escalated", "comment.legal_hold_placed", "comment.legal_hold_lifted", "comment.legal_notice_received", "comment.legal_notice_answered", "comment.marked_for_newsroom", "comment.unmarked_for_newsroom", "comment.use_taken", "comment.use_left", "comment.consent_asked", "comment.consent_given", "comment.consent_refused", "comment.consent_withdrawn", "comment.used", "comment.use_closed", "comment.use_reopened", "comment.use_forgotten", "discussion.changed", "discussion.likes_counted", "discussion.heated", "shield.raised", "shield.lowered", "word_rule.added", "word_rule.changed", "word_rule.deleted", "word_rule.restored",
  "sanction.imposed", "sanction.confirmed", "sanction.lifted", "sanction.swept", "sanction.sweep_undone", "commenter.noted", "commenter.trusted", "commenter.trust_withdrawn", "comment.quality_checked",
  "person.invited", "person.joined", "person.role_changed", "person.disabled", "person.enabled", "person.password_changed", "person.reset_offered", "person.profile_changed", "person.signed_up", "person.exported", "person.deletion_asked", "person.deletion_cancelled", "person.erased",
  "session.started", "session.ended", "section.created", "section.changed", "tag.described", "series.created", "series.changed", "series.placed", "series.removed", "page.created", "page.rewritten", "page.published", "page.withdrawn", "page.moved", "page.deleted", "settings.changed", "media.added", "media.prepared", "media.failed", "media.cropped", "media.described",
  "mail.failed", "mail.tried_again", "embed.added", "embed.asked_again", "embed.answered", "embed.failed",
] as const;
export type EventName = (typeof eventNames)[number];

/** Work that goes on after the answer has gone out, each an imperative sentence; lib/jobs/registry.ts says how each is done. */
export const jobNames = ["make-renditions", "crop-picture", "cut-shapes", "draw-cards", "tidy-media", "forget-what-is-over", "tell-search-engines", "tell-hub", "renew-search", "mark-sitemaps", "liken-story", "send-mail", "answer-reset-request", "show-likes", "learn-spam", "answer-sign-up", "tell-of-comment", "mail-notices", "mail-mentions", "erase-accounts", "reject-swept", "bring-back-swept", "answer-legal-notices"] as const;
export type JobName = (typeof jobNames)[number];

/** Lists of the sitemap that grow with the paper, and are cut into parts where `sitemap_marks` says. */
export const sitemapLists = ["tags", "authors"] as const;
export type SitemapList = (typeof sitemapLists)[number];

/** How far a picture is: its sizes are being made, are there, or cannot be made. It is shown in any case. */
export const pictureStates = ["preparing", "ready", "failed"] as const;
export type PictureState = (typeof pictureStates)[number];

/** What a mail is about, and what that is called at the desk. */
export const mailKinds = {
  invitation: "Invitation",
  password_reset: "New password",
  sign_up: "New account",
  comment_confirmation: "Confirming a comment",
  notices: "News for a commenter",
  sanction: "Word on a sanction",
  legal_notice: "Word on a notice of unlawful content",
  note: "Named in a note",
  comment_use: "Question to a commenter",
} as const satisfies Record<string, string>;
export type MailKind = keyof typeof mailKinds;

/** How far a mail is; `kept` is one that had no server to go to. */
export const mailStates = { waiting: "Waiting", sent: "Sent", failed: "Failed", kept: "Kept here" } as const;
export type MailState = keyof typeof mailStates;
