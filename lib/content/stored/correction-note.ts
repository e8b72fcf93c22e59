import * as z from "zod/mini";
import { correctionKinds } from "@/db/vocabulary";
import { blockId, inline } from "@/lib/content/stored/inline";

/** A correction that stands in the text. Only the command that corrects makes one; what it says is the record's, not the editor's. */
export const correctionNoteNode = z.strictObject({
  type: z.literal("correctionNote"),
  attrs: z.strictObject({ id: blockId, correctionId: z.uuid(), kind: z.enum(correctionKinds), at: z.iso.datetime() }),
  content: inline,
});
export type CorrectionNoteNode = z.infer<typeof correctionNoteNode>;
