import type { Signal } from "@/db/schema/comments";
import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";
import { isBelow } from "@/lib/moderation/word-rules/hosts";

/** Services whose addresses do not say where they lead. */
const shorteners = ["bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "v.gd", "ow.ly", "buff.ly", "rebrand.ly", "cutt.ly", "shorturl.at", "tiny.cc", "rb.gy", "t.ly", "s.id", "bl.ink", "adf.ly", "lnkd.in", "dlvr.it", "short.io", "surl.li", "u.to", "yun.ir", "b2n.ir"];

/** Any link of a guest or newcomer is looked at; known readers may give sources, but not where nobody sees to what. */
export const links: Phase = ({ linkCount, linksHeld, hosts, trust }) => {
  const found: Signal[] = [];
  const allowed = linksHeld ? 0 : (commentSettings.linksBeforeHold[trust] ?? 0);
  if (linkCount > allowed) found.push({ phase: "links", severity: "hold", evidence: `${linkCount === 1 ? "Holds a link" : `Holds ${linkCount} links`}${linksHeld ? ": under this story each is looked at" : ""}` });
  const short = hosts.filter(({ host }) => shorteners.some((domain) => isBelow(host, domain)));
  if (short.length > 0) found.push({ phase: "links", severity: "hold", evidence: `${short[0]?.host} hides where it leads`, spans: short.flatMap(({ at }) => at ?? []) });
  return found;
};
