import { type Provider, partsOf } from "@/lib/embeds/provider";

const form = /^(?:p|reel)\/[A-Za-z0-9_-]{5,40}$/;

/** Instagram answers nobody without a key: the address stands by itself, and the writer's words say what it shows. */
export const instagram: Provider = {
  hosts: ["instagram.com", "m.instagram.com"],
  find(url) {
    const parts = partsOf(url);
    const at = parts.findIndex((part) => ["p", "reel", "reels", "tv"].includes(part));
    if (at === -1 || at > 1 || (at === 1 && !/^[\w.]{1,30}$/.test(parts[0] ?? ""))) return null;
    const reference = `${parts[at] === "p" || parts[at] === "tv" ? "p" : "reel"}/${parts[at + 1]}`;
    return form.test(reference) ? { reference, url: `https://www.instagram.com/${reference}/` } : null;
  },
  question: () => null,
  asks: () => [],
  isPost: false,
  frame: ({ reference }) => (form.test(reference) ? { address: `https://www.instagram.com/${reference}/embed/`, onPlay: "" } : null),
  frameOrigins: ["https://www.instagram.com"],
  shape: () => "post",
  loadsFrom: () => ({ company: "Meta", name: "Instagram" }),
  referrer: "no-referrer",
};
