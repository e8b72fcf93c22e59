import { isHostName } from "@/lib/kernel/host-name";

/* What is wrong with one line of a file that machines read; null where nothing is. Comments and empty lines never come here. */

const isWebAddress = (value: string, schemes: readonly string[] = ["https:", "http:"]) => !/\s/.test(value) && URL.canParse(value) && schemes.includes(new URL(value).protocol);

/** The fields of RFC 9116 but Expires, and the schemes that may stand in each; null where it is no address. */
const securityFields: Record<string, readonly string[] | null> = {
  contact: ["https:", "mailto:", "tel:"],
  encryption: ["https:", "dns:", "openpgp4fpr:"],
  acknowledgments: ["https:"],
  canonical: ["https:"],
  policy: ["https:"],
  hiring: ["https:"],
  csaf: ["https:"],
  "preferred-languages": null,
};

/** security.txt (RFC 9116): `Field: value`. */
export function securityProblem(line: string): string | null {
  const [, field = "", value = ""] = /^([A-Za-z-]+):\s+(\S.*)$/.exec(line) ?? [];
  if (!field) return "write it as “Field: value”.";
  if (field.toLowerCase() === "expires") return "leave Expires out; it is set for you, and kept in the future.";
  const schemes = securityFields[field.toLowerCase()];
  if (schemes === undefined) return `“${field}” is no field of security.txt.`;
  if (schemes === null) return value.split(",").every((one) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(one.trim())) ? null : "name languages by their codes: en, de.";
  return isWebAddress(value, schemes) ? null : `begin the value with ${schemes.join(" or ")}`;
}

const adsVariables = ["OWNERDOMAIN", "MANAGERDOMAIN", "CONTACT", "SUBDOMAIN", "INVENTORYPARTNERDOMAIN"];

/** ads.txt and app-ads.txt (IAB 1.1): `domain, account, DIRECT|RESELLER[, id]` or `NAME=value`. */
export function adsProblem(whole: string): string | null {
  const line = whole.split("#")[0]?.trim() ?? "";
  const [, name, value = ""] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
  if (name) {
    if (!adsVariables.includes(name.toUpperCase())) return `“${name}” is not known; there are ${adsVariables.join(", ")}.`;
    if (name.toUpperCase() === "CONTACT") return value ? null : "say who is to be asked.";
    return isHostName(value.split(",")[0]?.trim() ?? "") ? null : `${name.toUpperCase()} names a domain, like example.com.`;
  }
  const [domain = "", account = "", relation = "", authority, ...more] = line.split(",").map((part) => part.trim());
  if (!isHostName(domain)) return "begin with the domain of the advertising system, then a comma.";
  if (!account || /\s/.test(account)) return "the second part is the account, without spaces.";
  if (!/^(direct|reseller)$/i.test(relation)) return "the third part is DIRECT or RESELLER.";
  return more.length > 0 || (authority !== undefined && !/^[\w-]+$/.test(authority)) ? "after that there is at most the id of a certification authority." : null;
}

const trustFields = ["member", "belongto", "control", "controlledby", "social", "vendor", "customer", "disclosure"];

/** trust.txt (JournalList): `name=value`. */
export function trustProblem(line: string): string | null {
  const [, name = "", value = ""] = /^([A-Za-z]+)=(\S.*)$/.exec(line) ?? [];
  const field = name.toLowerCase();
  if (field === "contact") return null;
  if (field === "datatrainingallowed") return /^(yes|no)$/i.test(value) ? null : "datatrainingallowed is yes or no.";
  if (!trustFields.includes(field)) return `write it as “name=address”; the names are ${[...trustFields, "contact", "datatrainingallowed"].join(", ")}.`;
  return isWebAddress(value) ? null : `${field} is followed by a whole address: https://…`;
}
