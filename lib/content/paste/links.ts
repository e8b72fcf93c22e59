import { Tally } from "@/lib/content/paste/receipt";
import { safeHref } from "@/lib/content/links";

const trackers = new Set("fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking _ga _gl s_cid ref_src ref_url spm ncid cmpid cmp sr_share __twitter_impression guccounter _openstat ml_subscriber ml_subscriber_hash rb_clickid wickedid srsltid __s trk trkinfo pk_campaign pk_kwd smid smtyp taid xtor ocid cvid ito atlorigin rcm".split(" "));
/** Families of such names: of newsletters, of search and advertising, of those who count visits. Where other names begin so, too, they stand in full. */
const trackerFamily = /^((utm|hsa|mtm|oly|vero|gad|guce|_branch)_|(at_(medium|campaign.*|custom1|bbc_team|link_.*|format|ptr_name)|ns_(mchannel|source|campaign|linkname|fee)|wt_z?mc)$)/i;
/** Parameters that track on one site and mean something elsewhere. */
const trackersOf: [host: RegExp, names: readonly string[]][] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/, ["si", "feature", "pp"]],
  [/(?:^|\.)(?:x|twitter)\.com$/, ["s", "t"]],
  [/(?:^|\.)instagram\.com$/, ["img_index"]],
  [/(?:^|\.)notion\.(?:so|site)$/, ["pvs"]],
  [/(?:^|\.)google\.[a-z.]{2,6}$/, ["sa", "source", "ust", "usg", "ved", "ei"]],
];

/** Addresses that only send one on, and the parameter in which they carry the goal. */
const redirectors: [host: RegExp, path: RegExp, parameters: readonly string[]][] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, ["q", "url"]],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, ["url"]],
  [/^statics\.teams\.cdn\.office\.net$/, /^\/evergreen-assets\/safelinks\//, ["url"]],
  [/^lm?\.(?:facebook|instagram|threads|messenger|workplace)\.(?:com|net)$/, /^\//, ["u"]],
  [/^(?:www\.)?facebook\.com$/, /^\/flx\/warn\/?$/, ["u"]],
  [/^(?:www\.)?instagram\.com$/, /^\/linkshim\/?$/, ["u"]],
  [/^medium\.com$/, /^\/r\/?$/, ["url"]],
  [/^t\.umblr\.com$/, /^\/redirect$/, ["z"]],
  [/^steamcommunity\.com$/, /^\/linkfilter\/?$/, ["u", "url"]],
  [/^translate\.google\.[a-z.]{2,6}$/, /^\/(?:translate|website)$/, ["u"]],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ["q"]],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)\/?$/, ["url"]],
  [/^slack-redir\.net$/, /^\/link$/, ["url"]],
  [/^out\.reddit\.com$/, /^\//, ["url"]],
  [/^duckduckgo\.com$/, /^\/l\/$/, ["uddg"]],
  [/^(?:away\.)?vk\.com$/, /^\/away\.php$/, ["to"]],
  [/^linkprotect\.cudasvc\.com$/, /^\/url$/, ["a"]],
  [/^(?:www\.)?(?:click|track)\.[a-z0-9.-]+$/, /^\//, ["url"]],
];

export type LinkOptions = { /** Origins under which this paper is read: its own addresses are kept as paths. */ ownOrigins?: readonly string[] };

/** A pasted address as it may stand in the story: led to its goal, without tracking; null where there is none. */
export function cleanLink(address: string, { ownOrigins = [] }: LinkOptions, tally: Tally): string | null {
  const dead = () => {
    tally.count("deadLinks");
    return null;
  };
  // A path belongs to a page that we do not know, and a fragment to a document that is not here.
  const href = /^\s*(?:https?|mailto|tel):/i.test(address) ? safeHref(address) : null;
  if (!href) return dead();
  if (!href.startsWith("http")) return href;
  const { goal, wrapped } = unwrapped(href);
  if (!goal) return dead();
  if (wrapped) tally.count("unwrapped");
  const { url, tracked } = withoutTracking(new URL(goal));
  if (tracked && !wrapped) tally.count("tracked");
  const clean = ownOrigins.includes(url.origin) ? url.pathname + url.search + url.hash : url.href;
  return safeHref(clean) ?? dead();
}

/** The address without what tracks whoever follows it; null where nothing does. */
export function withoutTrackers(address: string): string | null {
  const tally = new Tally();
  const clean = cleanLink(address, {}, tally);
  return clean && tally.receipt("web").lines.length > 0 ? clean : null;
}

/** Follows redirectors on paper, a few steps at most: nothing is asked of the network. */
function unwrapped(href: string): { goal: string | null; wrapped: boolean } {
  let goal = href;
  for (let step = 0; step < 5; step++) {
    const next = goalOf(new URL(goal));
    if (next === null) return { goal, wrapped: step > 0 };
    const safe = safeHref(next);
    if (!safe || !/^https?:/.test(safe)) return { goal: null, wrapped: true };
    goal = safe;
  }
  return { goal, wrapped: true };
}

function goalOf(url: URL): string | null {
  for (const [host, path, parameters] of redirectors) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const name of parameters) {
      const goal = url.searchParams.get(name);
      if (goal && /^\s*[a-z][a-z0-9+.-]*:/i.test(goal)) return goal;
    }
  }
  if (url.hostname === "urldefense.proofpoint.com") return proofpoint(url.searchParams.get("u"));
  if (url.hostname === "secure-web.cisco.com") return decoded(/^\/[^/]{1,2000}\/(https?%3A.{1,2000})$/i.exec(url.pathname)?.[1]);
  if (url.hostname === "r.search.yahoo.com") return decoded(/\/RU=([^/]{1,2000})\/RK=/.exec(url.pathname)?.[1]);
  if (/^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname)) return ampOf(url);
  if (url.hostname === "substack.com") return substack(/^\/redirect\/\d\/([\w-]{1,4000})(?:\.|$)/.exec(url.pathname)?.[1]);
  if (/^urldefense\.(?:com|us)$/.test(url.hostname)) return /^\/v3\/__(.{1,2000}?)__;/.exec(url.pathname + url.search)?.[1]?.replace(/^(https?:)\/(?!\/)/, "$1//") ?? null;
  if (/^(?:www\.)?bing\.com$/.test(url.hostname) && url.pathname === "/ck/a") return bing(url.searchParams.get("u"));
  return null;
}

const proofpoint = (wrapped: string | null): string | null => {
  try {
    return wrapped && decodeURIComponent(wrapped.replaceAll("-", "%").replaceAll("_", "/"));
  } catch {
    // Not its way of writing after all: the address stays as it is.
    return null;
  }
};

const decoded = (written: string | undefined): string | null => {
  try {
    return written === undefined ? null : decodeURIComponent(written);
  } catch {
    // As above.
    return null;
  }
};

/** A page that Google shows under an address of its own. */
const ampOf = ({ pathname, search }: URL): string | null => {
  const [, secure, page] = /^\/amp\/(s\/)?([^/]{3,250}\.[a-z]{2,20}\/.{0,1500})$/i.exec(pathname) ?? [];
  return page ? `http${secure ? "s" : ""}://${page}${search}` : null;
};

const substack = (wrapped: string | undefined): string | null => {
  try {
    const { e: goal } = JSON.parse(atob((wrapped ?? "").replaceAll("-", "+").replaceAll("_", "/"))) as { e?: unknown };
    return typeof goal === "string" ? goal : null;
  } catch {
    // As above.
    return null;
  }
};

const bing = (wrapped: string | null): string | null => {
  try {
    return wrapped?.startsWith("a1") ? atob(wrapped.slice(2).replaceAll("-", "+").replaceAll("_", "/")) : null;
  } catch {
    // As above.
    return null;
  }
};

function withoutTracking(url: URL): { url: URL; tracked: boolean } {
  const here = trackersOf.flatMap(([host, names]) => (host.test(url.hostname) ? names : []));
  const doomed = [...url.searchParams.keys()].filter((name) => trackerFamily.test(name) || trackers.has(name.toLowerCase()) || here.includes(name));
  for (const name of doomed) url.searchParams.delete(name);
  const marked = /^#(?::~:text=|xtor=)/.test(url.hash);
  if (marked) url.hash = "";
  else if (url.hash.includes(":~:text=")) url.hash = url.hash.slice(0, url.hash.indexOf(":~:text="));
  return { url, tracked: doomed.length > 0 || marked };
}
