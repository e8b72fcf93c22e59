import ipaddr from "ipaddr.js";

/** All of IPv6 that has been given out for the public network; what lies outside leads to ourselves, our neighbours or nowhere. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Whether an IP address lies on the public network. Asked after unmapping, so that an IPv4 address in IPv6 clothes is judged as what it
 * is; the wrappings that lead back into IPv4 (6to4, NAT64, Teredo) are not public at all.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return plain.range() === "unicast" && (plain.kind() === "ipv4" || (plain as ipaddr.IPv6).match(globalUnicast));
}
