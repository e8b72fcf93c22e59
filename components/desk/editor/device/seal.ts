import type { Sealed } from "@/components/desk/editor/device/device-store";

/** The key as it came, for AES-GCM. It cannot be taken out of the tab's memory again. */
export const keyFrom = (base64: string): Promise<CryptoKey> => crypto.subtle.importKey("raw", Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), "AES-GCM", false, ["encrypt", "decrypt"]);

const boundTo = (place: string) => new TextEncoder().encode(place);

/** Enciphers bytes for one place: nowhere else can they be opened. */
export async function seal(key: CryptoKey, place: string, bytes: Uint8Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: boundTo(place) }, key, bytes as BufferSource) };
}

/** The bytes again. Rejects where the key or the place is another, or a bit was changed. */
export async function unseal(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: boundTo(place) }, key, bytes));
}
