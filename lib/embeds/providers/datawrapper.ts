import { match, type Provider, partsOf, withParameters } from "@/lib/embeds/provider";

/** A chart, or one version of it. */
const form = /^([A-Za-z0-9]{5})(?:\/(\d{1,5}))?$/;

const home = (reference: string) => `https://datawrapper.dwcdn.net/${reference}/`;

export const datawrapper: Provider = {
  hosts: ["datawrapper.dwcdn.net", "datawrapper.de"],
  find(url) {
    const parts = partsOf(url);
    const reference = (url.hostname.endsWith("datawrapper.de") ? (parts[0] === "_" ? parts.slice(1, 2) : []) : parts).join("/");
    return form.test(reference) ? { reference, url: home(reference) } : null;
  },
  question: ({ url }) => withParameters("https://api.datawrapper.de/v3/oembed", { format: "json", url }),
  asks: () => ["api.datawrapper.de"],
  isPost: false,
  frame: ({ reference }) => (match(form, reference) ? { address: home(reference), onPlay: "" } : null),
  frameOrigins: ["https://datawrapper.dwcdn.net"],
  shape: () => "chart",
  loadsFrom: () => ({ company: "Datawrapper", name: "Datawrapper" }),
  referrer: "no-referrer",
};
