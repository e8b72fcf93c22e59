import type { Command } from "@/lib/core/command";
import { notFound } from "@/lib/kernel/failure";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { escalateComment } from "@/lib/moderation/commands/escalate-comment";
import { lookAtComment } from "@/lib/moderation/commands/look-at-comment";
import { pickComment } from "@/lib/moderation/commands/pick-comment";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { decideMany, undoBatch } from "@/lib/moderation/decide-many";
import { markComment } from "@/lib/newsroom/commands/mark-comment";
import { refuse, route } from "@/lib/web/route";

type Act = Pick<Command<unknown>, "name" | "execute">;

/** What a moderator does, by the word in the address: an open console outlives the build that it came from. */
const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["decide", decideComment],
  ["undo", undoDecision],
  ["pick", pickComment],
  ["purge", purgeComment],
  ["escalate", escalateComment],
  ["mark", markComment],
  ["look", lookAtComment],
  ["decide-many", { name: "decideMany", execute: decideMany }],
  ["undo-batch", { name: "undoBatch", execute: undoBatch }],
]);

/** Does one of the moderators' acts with what the body says. */
export async function POST(request: Request, { params }: { params: Promise<{ act: string }> }): Promise<Response> {
  const act = acts.get((await params).act);
  return act ? route(act, request) : refuse(notFound("not_found", "There is no such thing, or it is not yours to see."));
}
