import { z } from "zod";
import type { Language } from "@/db/vocabulary";

/** What a browser says of itself at the desk: the name it once gave itself, and whether something that was written without the server waits in it. */
export const OfflineKeysInput = z.strictObject({ device: z.string().regex(/^[A-Za-z0-9_-]{22}$/), waiting: z.boolean() });
export type OfflineKeysInput = z.infer<typeof OfflineKeysInput>;

/** The private half, as WebCrypto takes it (JWK of RFC 7518, section 6.2). */
export type PrivateHalf = { kty: "EC"; crv: "P-256"; x: string; y: string; d: string };

/** What it is told. */
export type OfflineKeysAnswer = {
  /** Who asked: another person may have signed in since the page was opened. */
  person: string;
  /** Whether browsers may keep anything of stories. */
  mayKeep: boolean;
  /** To this key is sealed what she writes on this device without the server: a point of P-256, uncompressed, 65 bytes in base64. It may lie on the device. Null where nothing may be kept. */
  publicKey: string | null;
  /** By this it is opened again; it is for the memory of the tab alone. Null where nothing waits. What waits from before is given back even where nothing may be kept any more. */
  privateKey: PrivateHalf | null;
  /** The language in which stories begin. */
  language: Language;
};
