import { match, type Provider, partsOf, withParameters } from "@/lib/embeds/provider";

/** Whose post (a name of the web, or the identity behind it) and which. */
const form = /^(did:plc:[a-z2-7]{24}|(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)\/([a-z0-9]{10,20})$/;

export const bluesky: Provider = {
  hosts: ["bsky.app"],
  find(url) {
    const [profile, who, what, post] = partsOf(url);
    const reference = `${(who ?? "").replace(/%3a/gi, ":").toLowerCase()}/${post}`;
    return profile === "profile" && what === "post" && form.test(reference) ? { reference, url: `https://bsky.app/profile/${reference.replace("/", "/post/")}` } : null;
  },
  question: ({ url }) => withParameters("https://embed.bsky.app/oembed", { format: "json", url }),
  asks: () => ["embed.bsky.app"],
  isPost: true,
  frame({ reference }) {
    const [all, who, post] = match(form, reference) ?? [];
    return all ? { address: `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${post}`, onPlay: "" } : null;
  },
  frameOrigins: ["https://embed.bsky.app"],
  shape: () => "post",
  loadsFrom: () => ({ company: "Bluesky", name: "Bluesky" }),
  referrer: "no-referrer",
};
