import { type Provider, partsOf, withParameters } from "@/lib/embeds/provider";

const form = /^\d{15,20}$/;

export const tiktok: Provider = {
  hosts: ["tiktok.com", "m.tiktok.com"],
  find(url) {
    const [who = "", what, film = ""] = partsOf(url);
    return /^@[\w.]{1,30}$/.test(who) && what === "video" && form.test(film) ? { reference: film, url: `https://www.tiktok.com/${who}/video/${film}` } : null;
  },
  question: ({ url }) => withParameters("https://www.tiktok.com/oembed", { url }),
  asks: () => ["www.tiktok.com"],
  isPost: false,
  frame: ({ reference }) => (form.test(reference) ? { address: `https://www.tiktok.com/player/v1/${reference}`, onPlay: "autoplay=1" } : null),
  frameOrigins: ["https://www.tiktok.com"],
  shape: () => "upright",
  loadsFrom: () => ({ company: "TikTok", name: "TikTok" }),
  referrer: "no-referrer",
};
