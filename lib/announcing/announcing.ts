import { z } from "zod";
import { isAskable } from "@/lib/core/safe-fetch";
import { seenVersion } from "@/lib/settings/seen-version";

/** Under which key it lies among the paper's settings. */
export const announcingKey = "announcing";

/** A key as IndexNow wants one: its file lies at the paper's root under this name. */
export const indexNowKeyPattern = /^[0-9a-f]{32}$/;

/** Whom the paper tells that something is new: nobody, until an administrator says so. The key is made once and kept. */
export const announcing = z.strictObject({
  searchEngines: z.boolean().default(false),
  key: z.string().regex(indexNowKeyPattern).nullable().default(null),
  hub: z.string().max(500).default(""),
});
export type Announcing = z.infer<typeof announcing>;

/** What a stored value says; nobody is told where it says nothing. */
export function announcingOf(value: Record<string, unknown> | undefined): Announcing {
  const parsed = announcing.safeParse(value ?? {});
  return parsed.success ? parsed.data : announcing.parse({});
}

export const ChangeAnnouncingInput = z.strictObject({
  seen: seenVersion,
  searchEngines: z.boolean(),
  hub: z
    .string()
    .max(500, "This address is too long.")
    .trim()
    .refine((address) => address === "" || (address.startsWith("https://") && isAskable(address)), "Write the hub’s address, beginning with https://, or leave it empty."),
});
