import type { StyleAt } from "@/server/page-styles";

export type Frozen = { html: string; styleHashes: string[] };

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const link = /<link\b[^>]*>/g;

/**
 * The page as readers get it: what Next rendered, with its style sheets inside, without the scripts, flight data and preloads that only
 * client rendering would need. Elements marked `data-keep` and structured data stay. Null where the page is not complete without client
 * code (a pending Suspense boundary): such a page must not be frozen.
 */
export function freeze(rendered: string, styleAt: StyleAt): Frozen | null {
  if (/<!--\$\?-->|<template id="B:|\$RC\(/.test(rendered)) return null;
  const styleHashes: string[] = [];
  const html = rendered
    .replace(script, (whole, attributes: string) => (/\bdata-keep\b|type="application\/ld\+json"/.test(attributes) ? whole : ""))
    .replace(link, (tag) => {
      if (/rel="(?:preload|modulepreload|prefetch)"/.test(tag)) return /as="(?:script|style)"|rel="modulepreload"|\.js"/.test(tag) ? "" : tag;
      const style = /rel="stylesheet"/.test(tag) ? styleAt(/href="([^"]*)"/.exec(tag)?.[1] ?? "") : null;
      if (!style) return tag;
      styleHashes.push(style.hash);
      return `<style>${style.css}</style>`;
    })
    .replace(/<meta name="next-size-adjust"[^>]*>|<div hidden="">(?:<!--\/?\$-->)*<\/div>|<!--\/?\$!?-->|<!-- -->/g, "");
  return { html, styleHashes };
}
