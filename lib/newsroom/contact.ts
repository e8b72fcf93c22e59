import { z } from "zod";
import { openValue, sealValue } from "@/lib/core/sealed-value";

/** Where somebody said that she may be reached, as it is kept. */
export const sealReach = (useId: string, contact: string) => sealValue("comment-use", useId, contact);

/** Null where she has not said, where it is forgotten, or where the paper's secret is another one now. */
export function openReach(useId: string, sealed: string | null): string | null {
  const opened = z.string().safeParse(sealed === null ? null : openValue("comment-use", useId, sealed)?.value);
  return opened.success ? opened.data : null;
}
