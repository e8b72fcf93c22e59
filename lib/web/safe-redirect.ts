/**
 * Where to go after signing in: a path of our own, or the fallback. Anything a browser could read as another origin is refused,
 * whatever its spelling.
 */
export function safeRedirect(wanted: string | null | undefined, fallback: string): string {
  if (!wanted || wanted.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\")) return fallback;
  if (/%(?:5c|2f|00|0a|0d|09)/i.test(wanted.slice(0, 12))) return fallback;
  try {
    const url = new URL(wanted, "https://here.invalid");
    return url.origin === "https://here.invalid" && url.pathname.startsWith("/") && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : fallback;
  } catch {
    // Not a URL at all.
    return fallback;
  }
}
