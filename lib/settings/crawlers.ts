import { z } from "zod";
import { seenVersion } from "@/lib/settings/seen-version";

/** Under which key it lies among the settings. */
export const crawlersKey = "crawlers";

/**
 * The robots of firms that make language models, by what they fetch pages for, as those firms name them. Whoever refuses one kind still
 * has the other: a paper may want to be found by what answers questions and not to be learned from.
 */
export const crawlers = {
  training: ["AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "cohere-training-data-crawler", "Diffbot", "Google-CloudVertexBot", "Google-Extended", "GPTBot", "meta-externalagent", "omgili", "PanguBot", "Webzio-Extended"],
  answers: ["Claude-SearchBot", "Claude-User", "ChatGPT-User", "DuckAssistBot", "meta-externalfetcher", "MistralAI-User", "OAI-SearchBot", "Perplexity-User", "PerplexityBot", "YouBot"],
} as const;
export type CrawlerKind = keyof typeof crawlers;

/** What such robots may do; `seen` is the version that whoever says so began from. */
export const CrawlersInput = z.strictObject({ seen: seenVersion, training: z.boolean(), answers: z.boolean() });
export type CrawlersPolicy = Record<CrawlerKind, boolean>;

/** How each kind is called on the desk. */
export const crawlerNames: Record<CrawlerKind, string> = { training: "Robots that collect texts to train language models", answers: "Robots that read pages to answer somebody’s question" };

/**
 * What such robots may do, from the setting as it lies: all of it until an administrator has said otherwise (`undefined`), and from then on
 * what is plainly allowed. What cannot be read allows nothing: a text that was taken once cannot be taken back.
 */
export function policyOf(stored: unknown): CrawlersPolicy {
  if (stored === undefined) return { training: true, answers: true };
  const said = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  return { training: said.training === true, answers: said.answers === true };
}

/**
 * First parts of the addresses that no robot has a use for: they are personal, change something, or are made anew for each who asks. Whole
 * parts: a section may be called “desk-and-chair”.
 */
export const closedToRobots = ["desk", "account", "sign-in", "sign-out", "sign-up", "welcome", "setup", "reset", "invitation", "for-review", "api", "comments", "preview", "collab", "search", "saved"] as const;

/** robots.txt as it is served (RFC 9309). Robots that are refused may still read robots.txt itself, as all may. */
export function robotsTxt(origin: string, policy: CrawlersPolicy): string {
  const kinds = (Object.keys(crawlers) as CrawlerKind[]).filter((kind) => !policy[kind]);
  const refused = kinds.flatMap((kind) => crawlers[kind]);
  const groups = [
    ["User-agent: *", ...closedToRobots.flatMap((part) => [`Disallow: /${part}$`, `Disallow: /${part}/`, `Disallow: /${part}?`])],
    ...(refused.length > 0 ? [[...refused.map((name) => `User-agent: ${name}`), "Disallow: /"]] : []),
    [`Sitemap: ${origin}/sitemap.xml`, `Sitemap: ${origin}/sitemap-news.xml`],
  ];
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
