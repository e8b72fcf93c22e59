import { z } from "zod";
import { languageCodes } from "@/db/vocabulary";
import { openValue, sealValue } from "@/lib/core/sealed-value";

const purpose = "sign-up";
const SignUpRequest = z.object({ name: z.string(), email: z.string(), language: z.enum(languageCodes), next: z.string() });

/** What somebody said who wants an account, and where she came from. */
export type SignUpRequest = z.output<typeof SignUpRequest>;

/** As it waits in the queue and in its table: neither tells who asked. */
export const sealSignUp = (requestId: string, request: SignUpRequest) => sealValue(purpose, requestId, request);

/** The request, or null where the paper's secret is another one now. */
export function openSignUp(requestId: string, sealed: string): SignUpRequest | null {
  const opened = SignUpRequest.safeParse(openValue(purpose, requestId, sealed)?.value);
  return opened.success ? opened.data : null;
}
