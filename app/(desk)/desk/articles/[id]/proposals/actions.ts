"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/action-form";
import { storiesAt } from "@/lib/articles/reads/stories-at";
import { notFound } from "@/lib/kernel/failure";
import { type Decided, decideHunk, decideRest } from "@/lib/proposals/commands/decide-proposal";
import { reopenProposal, withdrawProposal } from "@/lib/proposals/commands/send-proposal";
import { startCopy } from "@/lib/proposals/commands/start-copy";
import { proposalStateNames } from "@/lib/proposals/proposal";
import { fieldsOf, perform } from "@/lib/web/action";
import { onceFor } from "@/lib/web/once";

/** Takes a copy of a story, or goes on with the one in work, and opens it. */
export async function startCopyAction(_state: FormState, form: FormData): Promise<FormState> {
  const { articleId = "" } = fieldsOf(form).fields;
  const result = await perform(startCopy, { articleId });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  redirect(`/desk/articles/${articleId}/copy`);
}

/** The same for a public story, by the address at which readers find it. */
export async function startCopyAtAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const address = (fields.address ?? "").trim().slice(0, 2000);
  const at = (await storiesAt([address])).get(address);
  if (at?.found !== "here") return { failure: notFound("no_story", "No public story of ours stands at this address. Copy it from the page that readers see."), typed, done: null };
  const result = await perform(startCopy, { articleId: at.story });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  redirect(`/desk/articles/${at.story}/copy`);
}

/** Takes one's own proposal back: to go on with it, or for good. */
export async function ownProposalAction(_state: FormState, form: FormData): Promise<FormState> {
  const { articleId = "", proposalId = "", then } = fieldsOf(form).fields;
  const result = await perform(then === "reopen" ? reopenProposal : withdrawProposal, { articleId, proposalId });
  revalidatePath(`/desk/articles/${articleId}/proposals`);
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  if (then === "reopen") redirect(`/desk/articles/${articleId}/copy`);
  return { failure: null, typed: {}, done: "It is withdrawn. What was taken of it stays in the story." };
}

/** Answers one change of a proposal ("taken field:headline …", with what was seen there), or all that nobody has answered, of the text that was read. */
export async function decideAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { articleId = "", proposalId = "", read = "", answer = "", one, rest, key } = fields;
  const of = { articleId, proposalId, read };
  const [verdict = "", part = "", seen = ""] = one?.split(" ") ?? [];
  const result = one ? await perform(decideHunk, { ...of, verdict, part, seen }, onceFor(key, one)) : await perform(decideRest, { ...of, verdict: rest, answer }, onceFor(key, `rest ${rest}`));
  revalidatePath(`/desk/articles/${articleId}/proposals`);
  return result.ok ? { failure: null, typed: {}, done: said(result.value, one ? verdict : rest) } : { failure: result.failure, typed, done: null };
}

function said({ names, left, state }: Decided, verdict: string | undefined): string {
  const what = names.length === 1 ? names[0]?.replace(/^./, (letter) => letter.toUpperCase()) : `${names.length} changes`;
  const deed = verdict === "taken" ? `${names.length === 1 ? "is" : "are"} in the story now` : `${names.length === 1 ? "is" : "are"} declined`;
  return `${what} ${deed}. ${left > 0 ? `${left === 1 ? "One change waits" : `${left} changes wait`} for an answer.` : `The proposal is answered: ${proposalStateNames[state].toLowerCase()}.`}`;
}
