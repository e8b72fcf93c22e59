import { refusal } from "@/lib/comments/refusals/refusal";
import type { Actor } from "@/lib/core/actor";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { fail, type Result } from "@/lib/kernel/result";
import { answerQuestion } from "@/lib/newsroom/commands/answer-question";

/** The door for what somebody answers whom the newsroom asks: the limit of mailed links first, then the command. What opens nothing is one answer. */
export async function receiveAnswer(input: Record<"asked" | "consentId" | "answer" | "signedAs" | "contact", string>, actor: Actor, network: string): Promise<Result<unknown>> {
  const counted = await countAgainst(limits.oneTimeLink, network);
  if (!counted.ok) return counted;
  const result = await answerQuestion.execute(input, { actor });
  return !result.ok && result.failure.code === "not_found" ? fail(refusal("not_found", "question_gone")) : result;
}
