import { z } from "zod";
import { isAskable } from "@/lib/core/safe-fetch";

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

export const ChangeAnnouncingInput = z.strictObject({
  searchEngines: z.boolean(),
  hub: z
    .string()
    .max(500, "This address is too long.")
    .trim()
    .refine((address) => address === "" || (address.startsWith("https://") && isAskable(address)), "Write the hub’s address, beginning with https://, or leave it empty."),
});
