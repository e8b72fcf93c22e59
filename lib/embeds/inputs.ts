import { z } from "zod";
import { isPlainText } from "@/lib/kernel/text";

export const EmbedAddressInput = z.strictObject({ address: z.string().trim().min(1, "Paste an address.").max(2000, "This address is too long.") });
export const RetryEmbedInput = z.strictObject({ embedId: z.uuid() });

const line = z.string().max(300).refine(isPlainText);
const size = z.number().int().min(1).max(20_000).nullable();

/** What a provider answered, made plain. */
export const KeepSnapshotInput = z.strictObject({ embedId: z.uuid(), title: line, author: line, words: z.string().max(2000).refine(isPlainText), width: size, height: size, thumbnailAssetId: z.uuid().nullable() });
export type KeepSnapshotInput = z.infer<typeof KeepSnapshotInput>;

export const NoteFailureInput = z.strictObject({ embedId: z.uuid(), why: z.string().max(300), final: z.boolean() });
