import { z } from "zod";

const Handshake = z.strictObject({ schema: z.number().int().min(0), epoch: z.number().int().min(0), person: z.uuid().optional() });

/** What a browser says before anything is exchanged: the document schema it knows, the epoch it opened, and whose page it is. Null where it says anything else. */
export function readHandshake(token: string): z.infer<typeof Handshake> | null {
  if (token.length > 200) return null;
  try {
    return Handshake.parse(JSON.parse(token));
  } catch {
    // Not JSON, or not a handshake: the caller refuses either way.
    return null;
  }
}
