import { z } from "zod";
import { commentSettings } from "@/lib/comments/settings";
import { askNamedService } from "@/lib/core/named-service";
import type { Opinion } from "@/lib/core/opinion";
import { monotonicMs } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";
import { singleLine, withoutHiddenMarks } from "@/lib/kernel/text";

const Answer = z.strictObject({ verdict: z.enum(["publish", "flag", "hold", "spam"]), because: z.string().max(1000).default("") });

const silent: Opinion = { verdict: "silent" };
let underWay = 0;
let silences = 0;
let restsUntil = 0;

/**
 * Asks the service that whoever runs the newsroom named (COMMENT_CHECK_URL) what it thinks of a text; null where none is named. It hears the
 * text, and nothing of who wrote it. Asked before the transaction of the comment, so that nothing is held meanwhile; what
 * does not answer in time, or is asked by too many at once, is silent, and the comment goes its way with a mark. After several silences in
 * a row it is left alone for a while: a service that is down must not make each commenter wait.
 */
export async function secondOpinion(text: string): Promise<Opinion | null> {
  const service = fromProcess("env").commentCheck;
  if (!service) return null;
  const { milliseconds, bytes, atOnce, silencesBeforeRest, restSeconds, because } = commentSettings.secondOpinion;
  if (underWay >= atOnce || monotonicMs() < restsUntil) return silent;
  underWay++;
  try {
    const answer = Answer.safeParse(await askNamedService(service, { text }, { milliseconds, bytes }));
    silences = answer.success ? 0 : silences + 1;
    if (silences >= silencesBeforeRest) [silences, restsUntil] = [0, monotonicMs() + restSeconds * 1000];
    return answer.success ? { verdict: answer.data.verdict, because: singleLine(withoutHiddenMarks(answer.data.because)).slice(0, because) } : silent;
  } finally {
    underWay--;
  }
}
