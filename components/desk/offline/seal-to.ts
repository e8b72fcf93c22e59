import type { Sealed } from "@/components/desk/editor/device/device-store";
import { seal, unseal } from "@/components/desk/editor/device/seal";
import type { PrivateHalf } from "@/lib/articles/offline-keys";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;

/**
 * A key for AES-GCM from what two halves have in common (ECIES as in RFC 9180's DHKEM: both public halves go into the derivation). It cannot be taken out of the tab's memory.
 */
async function commonKey(own: CryptoKey, other: CryptoKey, ephemeral: BufferSource, recipient: BufferSource): Promise<CryptoKey> {
  const common = await crypto.subtle.importKey("raw", await crypto.subtle.deriveBits({ name: "ECDH", public: other }, own, 256), "HKDF", false, ["deriveKey"]);
  const both = new Uint8Array(await new Blob([ephemeral, recipient]).arrayBuffer());
  return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt: both, info: new TextEncoder().encode("Standfirst: story begun offline") }, common, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Seals to a public half: what is sealed, this tab could open while it lives, and afterwards nobody without the private half. */
export type SealsTo = { /** The public half of the one-time pair; lies beside what is sealed. */ ephemeral: Uint8Array<ArrayBuffer>; seal(place: string, bytes: Uint8Array): Promise<Sealed> };

/** What seals for one story, to a public half in base64, with a one-time pair of its own. */
export async function sealsTo(publicKey: string): Promise<SealsTo> {
  const recipient = bytesOf(publicKey);
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const key = await commonKey(pair.privateKey, await crypto.subtle.importKey("raw", recipient, curve, false, []), ephemeral, recipient);
  return { ephemeral, seal: (place, bytes) => seal(key, place, bytes) };
}

/** What was sealed, by the private half. Rejects where that or the place is another, or a bit was changed. */
export async function openedBy(half: PrivateHalf, ephemeral: Uint8Array<ArrayBuffer>, place: string, sealed: Sealed): Promise<Uint8Array> {
  const { d: _, ...open } = half;
  const own = await crypto.subtle.importKey("jwk", half, curve, false, ["deriveBits"]);
  const recipient = await crypto.subtle.exportKey("raw", await crypto.subtle.importKey("jwk", open, curve, true, []));
  return unseal(await commonKey(own, await crypto.subtle.importKey("raw", ephemeral, curve, false, []), ephemeral, recipient), place, sealed);
}
