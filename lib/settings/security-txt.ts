const dayMs = 24 * 60 * 60 * 1000;
const validForDays = 180;

/** security.txt as it is served: Expires half a year ahead (RFC 9116 wants less than one), told by the day so that its bytes rest, and where it stands. */
export function securityTxt(text: string, origin: string, now: Date): string {
  const expires = new Date((Math.floor(now.getTime() / dayMs) + validForDays) * dayMs);
  const canonical = origin.startsWith("https:") && !/^canonical:/im.test(text) ? [`Canonical: ${origin}/.well-known/security.txt`] : [];
  return [text, `Expires: ${expires.toISOString().replace(".000", "")}`, ...canonical, ""].join("\n");
}
