import type { JobName } from "@/db/vocabulary";
import type { Job } from "@/lib/core/jobs";
import { tellHubJob } from "@/lib/announcing/jobs/tell-hub";
import { tellSearchEnginesJob } from "@/lib/announcing/jobs/tell-search-engines";
import { drawCards } from "@/lib/cards/jobs/draw-cards";
import { answerLegalNoticesJob } from "@/lib/comments/jobs/answer-legal-notices";
import { showLikesJob } from "@/lib/comments/jobs/show-likes";
import { likenStory } from "@/lib/articles/jobs/liken-story";
import { markSitemapsJob } from "@/lib/articles/jobs/mark-sitemaps";
import { renewSearch } from "@/lib/articles/jobs/renew-search";
import { forgetWhatIsOver } from "@/lib/jobs/forget-what-is-over";
import { sendMail } from "@/lib/mail/jobs/send-mail";
import { cropPicture } from "@/lib/media/jobs/crop-picture";
import { cutShapes } from "@/lib/media/jobs/cut-shapes";
import { makeRenditions } from "@/lib/media/jobs/make-renditions";
import { tidyMedia } from "@/lib/media/jobs/tidy-media";
import { eraseAccountsJob } from "@/lib/commenters/jobs/erase-accounts";
import { mailMentionsJob } from "@/lib/notes/jobs/mail-mentions";
import { mailNoticesJob } from "@/lib/notices/jobs/mail-notices";
import { tellOfCommentJob } from "@/lib/notices/jobs/tell-of-comment";
import { answerSignUpJob } from "@/lib/people/jobs/answer-sign-up";
import { learnSpamJob } from "@/lib/moderation/jobs/learn-spam";
import { bringBackSweptJob, rejectSweptJob } from "@/lib/sanctions/jobs/sweep-comments";
import { answerResetRequest } from "@/lib/people/jobs/answer-reset-request";

/** How each job is done. */
export const jobs = {
  "make-renditions": makeRenditions,
  "crop-picture": cropPicture,
  "cut-shapes": cutShapes,
  "draw-cards": drawCards,
  "tidy-media": tidyMedia,
  "forget-what-is-over": forgetWhatIsOver,
  "tell-search-engines": tellSearchEnginesJob,
  "tell-hub": tellHubJob,
  "renew-search": renewSearch,
  "mark-sitemaps": markSitemapsJob,
  "liken-story": likenStory,
  "send-mail": sendMail,
  "answer-reset-request": answerResetRequest,
  "answer-sign-up": answerSignUpJob,
  "tell-of-comment": tellOfCommentJob,
  "mail-notices": mailNoticesJob,
  "mail-mentions": mailMentionsJob,
  "erase-accounts": eraseAccountsJob,
  "show-likes": showLikesJob,
  "learn-spam": learnSpamJob,
  "reject-swept": rejectSweptJob,
  "bring-back-swept": bringBackSweptJob,
  "answer-legal-notices": answerLegalNoticesJob,
} satisfies Record<JobName, Job>;
