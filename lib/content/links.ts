const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The address as it may stand in an `href`, or null where it may not: http(s), mailto, tel, or a path or fragment of this paper.
 * Parsed and written anew by the URL standard's own parser, so that tabs, entities and odd spellings of `javascript:` cannot pass.
 */
export function safeHref(address: string): string | null {
  const typed = address.trim();
  if (typed === "" || typed.length > 2000 || !typed.isWellFormed()) return null;
  try {
    if (/^[/#?]/.test(typed)) {
      const url = new URL(typed, "https://paper.invalid");
      if (url.origin !== "https://paper.invalid") return null;
      return url.pathname === "/" && typed.startsWith("#") ? url.hash : url.pathname + url.search + url.hash;
    }
    const url = new URL(typed);
    return allowed.has(url.protocol) && (url.host !== "" || url.protocol === "mailto:" || url.protocol === "tel:") && url.username === "" ? url.href : null;
  } catch {
    return null;
  }
}

/** Whether a link leads away from the paper. */
export function isOutward(href: string): boolean {
  return /^https?:/.test(href);
}
