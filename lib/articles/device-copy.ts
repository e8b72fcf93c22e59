import { z } from "zod";

/** Why work is not merged by itself. `published`: another version went public meanwhile; `long`: more than a day went by; `epoch`: the document was rebuilt; `incomplete`: it leans on what the server does not have; `refused`: the server would not take it. */
export const asideReasons = ["published", "long", "epoch", "incomplete", "refused"] as const;
export type AsideReason = (typeof asideReasons)[number];

/** What a browser says of itself when it wants to keep a story: the name it once gave itself, and which stories it keeps. */
export const DeviceCopyInput = z.strictObject({
  device: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  kept: z.array(z.uuid()).max(500),
});
export type DeviceCopyInput = z.infer<typeof DeviceCopyInput>;

/** What it is told. */
export type DeviceCopyAnswer = {
  /** Who asked: another person may have signed in since the page was opened. */
  person: string;
  /** The key of this person's copies on this device, 32 bytes in base64; null where this story may not be kept on devices. It is for the memory of the tab alone. */
  key: string | null;
  /** Which version is public now; null for none. Another one than before: the story was published, updated or withdrawn meanwhile. */
  published: string | null;
  epoch: number;
  /** Of the stories it keeps, those that it must drop: forbidden since, or no longer this person's to edit. */
  drop: string[];
};
