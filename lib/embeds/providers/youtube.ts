import { match, type Provider, partsOf, type Reference, withParameters } from "@/lib/embeds/provider";

const id = /^[A-Za-z0-9_-]{11}$/;
/** A film, an upright one, or a film from a second on. */
const form = /^(shorts\/)?([A-Za-z0-9_-]{11})(?:@(\d{1,6}))?$/;

function at(name: string | null | undefined, start: number, upright = false): Reference | null {
  if (!name || !id.test(name)) return null;
  if (upright) return { reference: `shorts/${name}`, url: `https://www.youtube.com/shorts/${name}` };
  return { reference: start ? `${name}@${start}` : name, url: `https://www.youtube.com/watch?v=${name}${start ? `&t=${start}s` : ""}` };
}

/** "90", "90s" and "1m30s" in seconds. */
function startOf(url: URL): number {
  const [all, hours, minutes, seconds] = match(/^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/, url.searchParams.get("t") ?? url.searchParams.get("start")) ?? [];
  return all ? Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0) : 0;
}

export const youtube: Provider = {
  hosts: ["youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be"],
  find(url) {
    const [first, second] = partsOf(url);
    if (url.hostname === "youtu.be") return at(first, startOf(url));
    if (first === "watch") return at(url.searchParams.get("v"), startOf(url));
    if (first === "embed" || first === "live" || first === "v") return at(second, startOf(url));
    return first === "shorts" ? at(second, 0, true) : null;
  },
  question: ({ url }) => withParameters("https://www.youtube.com/oembed", { format: "json", url }),
  asks: () => ["www.youtube.com", "youtube.com"],
  isPost: false,
  frame({ reference }) {
    const [all, , name, start] = match(form, reference) ?? [];
    return all ? { address: `https://www.youtube-nocookie.com/embed/${name}?rel=0${start ? `&start=${start}` : ""}`, onPlay: "autoplay=1" } : null;
  },
  frameOrigins: ["https://www.youtube-nocookie.com"],
  shape: ({ reference }) => (reference.startsWith("shorts/") ? "upright" : "film"),
  loadsFrom: () => ({ company: "Google", name: "YouTube" }),
  referrer: "strict-origin",
};
