import type { AsyncLocalStorage } from "node:async_hooks";
import type { Failure } from "@/lib/kernel/failure";
import { processStore } from "@/lib/kernel/process-store";

/** What the server hands to the compose page, to a comment’s own, and to the page in place of a form that was not read: the form as it came, and why it could not be taken, if it was sent for good. */
export type ComposeRequest = { typed: Record<string, string>; failure: Failure | null; as: string | null };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    composeRequests: AsyncLocalStorage<ComposeRequest>;
  }
}

export function composeRequest(): ComposeRequest | null {
  return processStore().composeRequests?.getStore() ?? null;
}
