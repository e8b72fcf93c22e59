import { type Provider, partsOf, withParameters } from "@/lib/embeds/provider";

const form = /^\d{15,20}$/;

/** Where "Share" shortens addresses; "/t/" on the main one does, too. */
const shortHosts = ["vm.tiktok.com", "vt.tiktok.com"];

export const tiktok: Provider = {
  hosts: ["tiktok.com", "m.tiktok.com", ...shortHosts],
  find(url) {
    const [who = "", what, film = ""] = partsOf(url);
    return /^@[\w.]{1,30}$/.test(who) && what === "video" && form.test(film) ? { reference: film, url: `https://www.tiktok.com/${who}/video/${film}` } : null;
  },
  instead(url) {
    const isShort = shortHosts.includes(url.hostname) ? partsOf(url).length === 1 : partsOf(url)[0] === "t";
    return isShort ? "A short address of TikTok does not say which film it means. Open it in a browser and paste the long one that it leads to: tiktok.com/@name/video/number." : null;
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
