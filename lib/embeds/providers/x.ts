import { type Provider, partsOf, withParameters } from "@/lib/embeds/provider";

const form = /^\d{1,20}$/;

export const x: Provider = {
  hosts: ["x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com"],
  find(url) {
    const parts = partsOf(url);
    const [who = "", what, post = ""] = parts[0] === "i" && parts[1] === "web" ? ["i", ...parts.slice(2)] : parts;
    return /^\w{1,15}$/.test(who) && (what === "status" || what === "statuses") && form.test(post) ? { reference: post, url: `https://x.com/${who}/status/${post}` } : null;
  },
  question: ({ url }) => withParameters("https://publish.x.com/oembed", { omit_script: "1", dnt: "true", url }),
  asks: () => ["publish.x.com", "publish.twitter.com"],
  isPost: true,
  frame: ({ reference }) => (form.test(reference) ? { address: `https://platform.twitter.com/embed/Tweet.html?id=${reference}&dnt=true`, onPlay: "" } : null),
  frameOrigins: ["https://platform.twitter.com"],
  shape: () => "post",
  loadsFrom: () => ({ company: "X", name: "X" }),
  referrer: "no-referrer",
};
