import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";

/** A style sheet of the build, and the policy's name for it. */
export type PageStyle = { css: string; hash: string };
export type StyleAt = (href: string) => PageStyle | null;

/**
 * Finds the style sheets that Next's build links to, read once. Null for whatever is not one of them: the link then stays as it is,
 * as it must in development, where Next makes them on the way.
 */
export function pageStyles(root: string): StyleAt {
  const known = new Map<string, PageStyle | null>();
  return (href) => {
    const seen = known.get(href);
    if (seen !== undefined) return seen;
    const style = read(root, href);
    known.set(href, style);
    return style;
  };
}

function read(root: string, href: string): PageStyle | null {
  const path = normalize(href.split("?")[0] ?? "");
  if (!path.startsWith("/_next/static/") || !path.endsWith(".css")) return null;
  try {
    const css = readFileSync(join(root, ".next", path.slice("/_next/".length)), "utf8");
    // Nothing of ours may close the element early.
    if (css.includes("</style")) return null;
    return { css, hash: `'sha256-${createHash("sha256").update(css).digest("base64")}'` };
  } catch {
    // Not there: a page of another build, or development.
    return null;
  }
}
