import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";
import { isPublicAddress } from "@/lib/core/public-address";
import { fromProcess } from "@/lib/kernel/process-store";

/** Our own header, set by the server before Next sees the request and removed from whatever comes in. */
export const addressHeader = "x-standfirst-address";

/**
 * The visitor's address: the socket's, or, behind a configured number of trusted proxies, the entry that the outermost of them wrote.
 * With no proxies configured no forwarding header is believed.
 */
export function visitorAddress(socketAddress: string, headers: IncomingHttpHeaders, trustedHops: number): string {
  const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  if (trustedHops === 0) return plain(socketAddress);
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").map(plain).filter(Boolean);
  return [...forwarded, plain(socketAddress)].at(-1 - trustedHops) ?? forwarded[0] ?? plain(socketAddress);
}

/** A keyed hash of the visitor's network: the address itself, or the /64 of an IPv6 address, which one household may walk through at will. */
export function networkOf(address: string): string {
  const network = isIPv6(address) ? firstHalf(address) : address;
  return createHmac("sha256", fromProcess("env").secret).update(`network:${network}`).digest("base64url").slice(0, 22);
}

/** A keyed hash of the wider network around the visitor's: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function prefixOf(address: string): string {
  const prefix = isIPv6(address) ? firstHalf(address).split(":").slice(0, 3).join(":") : address.split(".").slice(0, 3).join(".");
  return createHmac("sha256", fromProcess("env").secret).update(`prefix:${prefix}`).digest("base64url").slice(0, 22);
}

/** Where a request comes from, by keyed hashes alone: its network, the wider one around it, and what its browser calls itself. */
export type Whence = { network: string; prefix: string; browser: string; /** Whether the address is one of the public network: else it tells nobody apart. */ isPublic: boolean };

export function whenceOf(address: string, userAgent: string): Whence {
  const browser = createHmac("sha256", fromProcess("env").secret).update(`browser:${userAgent.slice(0, 500)}`).digest("base64url").slice(0, 22);
  return { network: networkOf(address), prefix: prefixOf(address), browser, isPublic: isPublicAddress(address) };
}

function firstHalf(address: string): string {
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const groups = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const full = address.includes("::") ? [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill("0"), ...after] : groups;
  return full.slice(0, 4).map((group) => Number.parseInt(group || "0", 16).toString(16)).join(":");
}
