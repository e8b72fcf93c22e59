import type { z } from "zod";
import { plainWords } from "@/lib/core/plain-words";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** Parses what came in, or says in whole sentences what is wrong with each field. What is wrong alone is said first. */
export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Result<Input> {
  const parsed = schema.safeParse(raw, { error: plainWords });
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  const [only, ...others] = Object.values(fields);
  return fail(invalid("invalid_input", only && others.length === 0 ? only : "Something in the form is not right.", { fields }));
}
