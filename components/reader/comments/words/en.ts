import type { DiscussionWords } from "@/components/reader/comments/words/words";

/** The form's names are known to tests and assistive technology (docs/contracts/interface-names.md). */
export const en: DiscussionWords = {
  heading: "Leave a Comment",
  count: (count) => (count === 1 ? "1 comment" : `${count} comments`),
  openUntil: (day) => `open until ${day}`,
  reviewed: "comments of guests and new readers are reviewed before they appear",
  closed: (day) => `This discussion closed on ${day}.`,
  off: "There are no comments on this story.",
  nobody: "No comments yet. The first one sets the tone.",
  rules: "Say what you know, or what you think and why. Argue with the point, not the person.",
  name: "Name", email: "Email", emailHint: "Never shown.", comment: "Comment", hint: "Up to 5,000 characters.", post: "Post comment",
  reply: "Reply", replyTo: (name) => `Reply to ${name}`, replyingTo: (name) => `Replying to ${name}`, cancel: "Cancel", repliesTo: (name) => `Replies to ${name}`, inReplyTo: "In reply to",
  gone: { hidden: "Hidden while we review it.", withdrawn: "A comment that stood here was withdrawn by its author.", removed: "A comment that stood here was removed." },
  script: { as: "Commenting as …", posting: "Posting…", unreachable: "We could not reach the paper. Your comment is kept on this device; please try again.", ownPage: "Its own page", ownPageShows: "shows what becomes of it; keep its address." },
  author: "Author", staff: "Staff", more: "Older comments", moreReplies: (count) => (count === 1 ? "Show 1 more reply" : `Show ${count} more replies`), newest: "Newest comments",
  tabs: { label: "Which comments", all: "All", picks: "Editors’ picks", staff: "Staff replies" }, sorts: { label: "Order", newest: "Newest", oldest: "Oldest", liked: "Most liked" },
  further: "More comments", previous: "Previous comments", earlierReplies: "Earlier replies", none: "Nothing here.",
  picked: "Picked by the editors", edited: (time) => `Edited ${time}`, likes: (count) => (count === 1 ? "1 like" : `${count} likes`),
  acts: { unreachable: "The paper cannot be reached just now. Please try again.", more: "More", about: (name) => `More about the comment by ${name}`, like: (name) => `Like the comment by ${name}`, likeShort: "Like", link: "Copy link", copied: "The link is copied.", quote: "Quote", report: "Report", edit: "Change", mute: (name) => `Mute ${name}`, muted: (name) => `You muted ${name} on this device.`, unmute: "Show again", fresh: { one: "1 new comment", many: "… new comments" }, signIn: "Sign in to like comments" },
  place: { of: (name) => `Comment by ${name}`, gone: "A comment that is gone", all: "All comments", around: "The comment and those around it" },
  about: {
    heading: "This comment and you", back: "Back to the comment", likeYours: "You like this comment.", like: "Like this comment", unlike: "Take the like back", likes: "Likes", answer: "Answer it", answerQuoting: "Answer with a quotation", signIn: "Sign in",
    report: { heading: "Report this comment", intro: "A moderator reads every report. Do not report what you only disagree with: answer it.", why: "What is wrong with it?", other: "Something else", law: "Which law does it break?", lawHint: "Needed where it may break the law.", text: "What we should know", textHint: "Needed for “something else”.", send: "Send report", thanks: "Thank you. A moderator will look at it.", refused: "Not sent." },
    edit: { heading: "Change your comment", hint: "Possible for five minutes. It is read again, and readers see that it was changed.", save: "Save the change", refused: "Not changed." },
  },
  compose: { on: "On", notYet: "Not posted yet.", readAgain: "Read it once more, then post it.", readAgainGuest: "Read it once more. It goes to review when you post it.", storyGone: "This story is not here", notPosted: "Not posted.", kept: "Your comment" },
  own: {
    heading: "Your comment", storyGone: "a story that was withdrawn", where: "Where it stands", by: (name) => `Comment by ${name}`, keep: "Keep this address to come back and see what became of it.",
    states: {
      unverified: { title: "Check your mail", text: "Your comment appears for review once you have confirmed your address." },
      waiting: { title: "Your comment is waiting for review", text: "Only you can see it here. Most are read within the hour in the daytime; nothing more is needed from you." },
      published: { title: "Your comment is published", text: "It stands under the story." },
      hidden: { title: "Your comment is hidden while we review it", text: "Readers see that something is hidden, but not what. A moderator decides whether it is shown again." },
      rejected: { title: "Your comment was not published", text: "A moderator read it and decided against it." },
      withdrawn: { title: "You removed this comment", text: "Nobody can see it any more." },
      purged: { title: "This comment was removed", text: "Its text and your name are no longer kept." },
    },
    reasons: {
      abuse: "It attacks somebody.", hate: "It is hostile to a group of people.", threat: "It threatens somebody.", harassment: "It harasses somebody.", spam_ad: "It is an advertisement.", off_topic: "It is not about the story.", misinformation: "It states as fact what is not so.",
      personal_data: "It holds somebody’s personal data.", copyright: "It holds text that belongs to somebody else.", illegal: "It may break the law.", impersonation: "It speaks in another person’s name.", banned_word: "It uses words we do not print.", other: "A moderator gave another reason.",
    },
    withdraw: { ask: "Withdraw this comment", warning: "It goes from the page for good, and nobody can bring it back. Replies to it stay.", confirm: "Withdraw for good", refused: "Not withdrawn.", signIn: "Sign in" },
  },
};
