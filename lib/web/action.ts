import "server-only";
import { headers } from "next/headers";
import type { Actor } from "@/lib/core/actor";
import type { Command } from "@/lib/core/command";
import { isFromOwnPages } from "@/lib/core/own-origin";
import type { Failure } from "@/lib/kernel/failure";
import { forbidden, unavailable } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { log } from "@/lib/kernel/log";
import { fail, type Result } from "@/lib/kernel/result";
import { currentActor } from "@/lib/web/session";

/** What a form shows after it was sent: what went wrong, what had been typed, and, line by line, what was found where something was only tried. */
export type FormState = { failure: Failure | null; typed: Record<string, string>; done: string | null; found?: readonly string[] };

/** A form's text fields. Next's own hidden fields, passwords and files are left out of what is given back to the page. */
export function fieldsOf(form: FormData): { fields: Record<string, string>; typed: Record<string, string> } {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !name.startsWith("$ACTION")) fields[name] = value;
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !/password|current|token|key/.test(name)));
  return { fields, typed };
}

/**
 * What a form shows after a refusal: all that was typed. Where somebody else was faster, whoever has been told what stands now may send the
 * same again: upon that version.
 */
export function refused(failure: Failure, typed: Record<string, string>): FormState {
  const upon: Record<string, string> = failure.reason === "changed_meanwhile" && failure.current !== undefined ? { seen: String(failure.current) } : {};
  return { failure, typed: { ...typed, ...upon }, done: null };
}

/** Refuses what does not come from our own pages; for every Server Action, before anything else. */
export async function refuseForeign(): Promise<Failure | null> {
  return isFromOwnPages(await headers()) ? null : forbidden("foreign_origin", "This form came from another site and was not accepted.");
}

/**
 * Calls a command for a form: own pages only, the actor from the session, surprises logged with an id that the person sees.
 * The command parses, asks and commits.
 */
export async function perform<Value>(command: Pick<Command<Value>, "name" | "execute">, input: unknown, options: { actor?: Actor; key?: string } = {}): Promise<Result<Value>> {
  const foreign = await refuseForeign();
  if (foreign) return fail(foreign);
  try {
    return await command.execute(input, { actor: options.actor ?? (await currentActor()), ...(options.key ? { key: options.key } : {}) });
  } catch (error) {
    return fail(surprise(error, command.name));
  }
}

/** Logs what nobody expected and returns what the person may know of it. */
export function surprise(error: unknown, where: string): Failure {
  const id = newId().slice(-8);
  log().error({ err: error, where, id }, "a surprise");
  return unavailable("surprise", `Something went wrong on our side and nothing was changed. Please try again. If it lasts, tell the administrator: error ${id}.`, { values: { error: id }, retryAfter: 5 });
}
