import { createECDH, hkdfSync } from "node:crypto";
import type { PrivateHalf } from "@/lib/articles/offline-keys";

/** The number of points of P-256 (FIPS 186-5, appendix G.1.2.1 by way of SP 800-186). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The key pair of one person on one device: derived from the secret of the paper each time and stored nowhere. The same for the same words; of
 * the public half nobody finds the private one.
 */
export function offlineKeyPair(secret: string, personId: string, device: string): { publicKey: string; privateKey: PrivateHalf } {
  // A third more than is needed, so that none is likelier than another (FIPS 186-5, appendix A.2.1).
  const drawn = Buffer.from(hkdfSync("sha256", secret, device, `stories begun offline by ${personId}`, 48)).toString("hex");
  const scalar = Buffer.from(((BigInt(`0x${drawn}`) % (order - 1n)) + 1n).toString(16).padStart(64, "0"), "hex");
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const part = (from: number) => point.subarray(from, from + 32).toString("base64url");
  return { publicKey: point.toString("base64"), privateKey: { kty: "EC", crv: "P-256", x: part(1), y: part(33), d: scalar.toString("base64url") } };
}
