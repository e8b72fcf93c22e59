import { createHash } from "node:crypto";

export type Frozen = { html: string; styleHashes: string[] };

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const link = /<link\b[^>]*>/g;
const style = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/**
 * The page as readers get it: what Next rendered, without the scripts, flight data and preloads that only client rendering would need.
 * Elements marked `data-keep` and structured data stay. Null where the page is not complete without client code (a pending Suspense
 * boundary): such a page must not be frozen.
 */
export function freeze(rendered: string): Frozen | null {
  if (/<!--\$\?-->|<template id="B:|\$RC\(/.test(rendered)) return null;
  const html = rendered
    .replace(script, (whole, attributes: string) => (/\bdata-keep\b|type="application\/ld\+json"/.test(attributes) ? whole : ""))
    .replace(link, (tag) => (/rel="(?:preload|modulepreload|prefetch)"/.test(tag) && /as="script"|rel="modulepreload"|\.js"/.test(tag) ? "" : tag))
    .replace(/<meta name="next-size-adjust"[^>]*>/g, "")
    .replace(/<div hidden="">(?:<!--\/?\$-->)*<\/div>/g, "")
    .replace(/<!--\/?\$!?-->|<!-- -->/g, "");
  return { html, styleHashes: [...html.matchAll(style)].map((match) => sha256(match[1] ?? "")) };
}

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
