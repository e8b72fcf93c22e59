import { z } from "zod";

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

/** What such robots may do; all of it until an administrator says otherwise. */
export const CrawlersInput = z.strictObject({ training: z.boolean(), answers: z.boolean() });
export type CrawlersPolicy = z.infer<typeof CrawlersInput>;
export const openToAll: CrawlersPolicy = { training: true, answers: true };

/** What nobody's robot has a use for: it is personal, or made anew for each who asks. */
const closed = ["/desk", "/account", "/sign-in", "/api/", "/comments/", "/search", "/saved"];

/** robots.txt as it is served (RFC 9309). Robots that are refused may still read robots.txt itself, as all may. */
export function robotsTxt(origin: string, policy: CrawlersPolicy): string {
  const kinds = (Object.keys(crawlers) as CrawlerKind[]).filter((kind) => !policy[kind]);
  const refused = kinds.flatMap((kind) => crawlers[kind]);
  const groups = [
    ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`)],
    ...(refused.length > 0 ? [[...refused.map((name) => `User-agent: ${name}`), "Disallow: /"]] : []),
    [`Sitemap: ${origin}/sitemap.xml`, `Sitemap: ${origin}/sitemap-news.xml`],
  ];
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
