import type { Failure } from "@/lib/kernel/failure";
import type { Result } from "@/lib/kernel/result";

/** What a command that must succeed has made; where it failed, the test fails with its reason. */
export function expectOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.reason}: ${result.failure.message}`);
  return result.value;
}

/** The failure of a command that must fail; null where it succeeded. */
export const failureOf = (result: Result<unknown>): Failure | null => (result.ok ? null : result.failure);
