import { correctArticle } from "@/lib/articles/commands/correct-article";
import { embargoArticle, liftEmbargo } from "@/lib/articles/commands/embargo-article";
import { handInArticle, sendBackArticle } from "@/lib/articles/commands/hand-in-article";
import { keepRevision } from "@/lib/articles/commands/keep-revision";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { restoreRevision } from "@/lib/articles/commands/restore-revision";
import { cancelSchedule, scheduleArticle } from "@/lib/articles/commands/schedule-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import type { Command } from "@/lib/core/command";
import { notFound } from "@/lib/kernel/failure";
import { refuse, route } from "@/lib/web/route";

/** What may be done with a story over the wire: the last part of the address names the command. */
const verbs: Record<string, Command<unknown>> = {
  publish: publishArticle,
  update: updateArticle,
  correct: correctArticle,
  unpublish: unpublishArticle,
  schedule: scheduleArticle,
  "cancel-schedule": cancelSchedule,
  embargo: embargoArticle,
  "lift-embargo": liftEmbargo,
  "hand-in": handInArticle,
  "send-back": sendBackArticle,
  keep: keepRevision,
  restore: restoreRevision,
};

export async function POST(request: Request, { params }: { params: Promise<{ id: string; verb: string }> }): Promise<Response> {
  const { id, verb } = await params;
  const command = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  return command ? route(command, request, { articleId: id }) : refuse(notFound("no_verb", "There is no such verb."));
}
