import { match, type OembedAnswer, type Provider, partsOf, type Reference, withParameters } from "@/lib/embeds/provider";

/** The server, whose post, and which. */
const form = /^((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9])\/(@\w[\w.-]*(?:@[\w.-]+)?)\/(\d{6,20})$/;

const partsOfReference = ({ reference }: Reference) => match(form, reference) ?? [];

/**
 * Any server may be one of Mastodon's: its address has the form, and its answer says so. A server's own frame could not be allowed
 * beforehand, so its posts are shown by their words alone.
 */
export const mastodon: Provider = {
  hosts: [],
  find(url) {
    if (url.protocol !== "https:") return null;
    const [first = "", second, third, fourth] = partsOf(url);
    const [who, post] = first === "users" && third === "statuses" ? [`@${second}`, fourth] : [first, second];
    const found = { reference: `${url.hostname}/${who}/${post}`, url: `https://${url.hostname}/${who}/${post}` };
    return form.test(found.reference) ? found : null;
  },
  question(found) {
    const [all, host] = partsOfReference(found);
    return all ? withParameters(`https://${host}/api/oembed`, { url: found.url }) : null;
  },
  asks: (found) => partsOfReference(found).slice(1, 2),
  confirms(answer: OembedAnswer, found) {
    const [, host] = partsOfReference(found);
    const isThere = (address: string | undefined) => address !== undefined && URL.canParse(address) && new URL(address).hostname === host;
    return /\bmastodon-embed\b/.test(answer.html ?? "") && isThere(answer.provider_url);
  },
  isPost: false,
  sequel(found) {
    const [all, host, , post] = partsOfReference(found);
    return all ? `https://${host}/api/v1/statuses/${post}` : null;
  },
  frame: () => null,
  frameOrigins: [],
  shape: () => "post",
  loadsFrom: (found) => ({ company: partsOfReference(found)[1] ?? "Mastodon", name: "Mastodon" }),
  referrer: "no-referrer",
};
