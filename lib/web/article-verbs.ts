import { chooseRelated } from "@/lib/articles/commands/choose-related";
import { correctArticle } from "@/lib/articles/commands/correct-article";
import { changeDeviceCopies } from "@/lib/articles/commands/change-device-copies";
import { embargoArticle, liftEmbargo } from "@/lib/articles/commands/embargo-article";
import { handInArticle, sendBackArticle } from "@/lib/articles/commands/hand-in-article";
import { keepRevision } from "@/lib/articles/commands/keep-revision";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { restoreRevision } from "@/lib/articles/commands/restore-revision";
import { tieTranslation } from "@/lib/articles/commands/tie-translation";
import { cancelSchedule, scheduleArticle } from "@/lib/articles/commands/schedule-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { addNote } from "@/lib/notes/commands/add-note";
import { answerNote, editNote } from "@/lib/notes/commands/answer-note";
import { moveNote } from "@/lib/notes/commands/move-note";
import { seeNotes } from "@/lib/notes/commands/see-notes";
import { settleSuggestion } from "@/lib/notes/commands/settle-suggestion";
import { changeNote, reopenNote, resolveNote } from "@/lib/notes/commands/settle-note";
import { sendProposal } from "@/lib/proposals/commands/send-proposal";
import { placeInSeries } from "@/lib/series/commands/place-in-series";
import type { Command } from "@/lib/core/command";

/** What may be done with a story over the wire: the last part of the address names the command. Each has a line in the permission table. */
export const articleVerbs: Readonly<Record<string, Command<unknown>>> = {
  publish: publishArticle,
  update: updateArticle,
  correct: correctArticle,
  unpublish: unpublishArticle,
  schedule: scheduleArticle,
  "cancel-schedule": cancelSchedule,
  embargo: embargoArticle,
  "lift-embargo": liftEmbargo,
  devices: changeDeviceCopies,
  "hand-in": handInArticle,
  "send-back": sendBackArticle,
  keep: keepRevision,
  restore: restoreRevision,
  series: placeInSeries,
  related: chooseRelated,
  translation: tieTranslation,
  "add-note": addNote,
  "answer-note": answerNote,
  "edit-note": editNote,
  "change-note": changeNote,
  "resolve-note": resolveNote,
  "reopen-note": reopenNote,
  "move-note": moveNote,
  "see-notes": seeNotes,
  "settle-suggestion": settleSuggestion,
  "send-proposal": sendProposal,
};
