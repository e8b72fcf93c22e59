import { match, type Provider, partsOf, withParameters } from "@/lib/embeds/provider";

/** A film, with the word that opens an unlisted one. */
const form = /^(\d{1,12})(?:\/([0-9a-f]{6,20}))?$/;

export const vimeo: Provider = {
  hosts: ["vimeo.com", "player.vimeo.com"],
  find(url) {
    const parts = partsOf(url);
    const at = parts.findIndex((part) => /^\d+$/.test(part));
    const before = parts.slice(0, at).join("/");
    if (at === -1 || !/^(?:video|channels\/[\w-]+|groups\/[\w-]+\/videos|album\/\d+\/video|showcase\/\d+\/video)?$/.test(before)) return null;
    const reference = [parts[at], parts[at + 1] ?? url.searchParams.get("h")].filter(Boolean).join("/");
    return form.test(reference) ? { reference, url: `https://vimeo.com/${reference}` } : null;
  },
  question: ({ url }) => withParameters("https://vimeo.com/api/oembed.json", { dnt: "1", url }),
  asks: () => ["vimeo.com"],
  isPost: false,
  frame({ reference }) {
    const [all, film, key] = match(form, reference) ?? [];
    return all ? { address: `https://player.vimeo.com/video/${film}?dnt=1${key ? `&h=${key}` : ""}`, onPlay: "autoplay=1" } : null;
  },
  frameOrigins: ["https://player.vimeo.com"],
  shape: () => "film",
  loadsFrom: () => ({ company: "Vimeo", name: "Vimeo" }),
  referrer: "no-referrer",
};
