import { z } from "zod";

/** The version that a form began from: how often the setting had been saved then, 0 where nobody had. */
export const seenVersion = z.coerce.number("Open the page again: it does not say from which version it began.").int().min(0).max(1_000_000_000);

/** A setting as it lies; `value` is undefined and the version 0 where nobody has saved it. */
export type StandingSetting = { value: Record<string, unknown> | undefined; version: number };
