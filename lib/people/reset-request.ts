import { z } from "zod";
import { openValue, sealValue } from "@/lib/core/sealed-value";

const purpose = "reset-request";

/** The address that was typed, for the job: nobody reads in the queue who asked. */
export const sealRequest = (requestId: string, email: string) => sealValue(purpose, requestId, email);

/** The address, or null where the paper's secret is another one now. */
export function openRequest(requestId: string, sealed: string): string | null {
  const opened = z.string().safeParse(openValue(purpose, requestId, sealed)?.value);
  return opened.success ? opened.data : null;
}
