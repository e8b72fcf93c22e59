import { appDatabase } from "@/db/client";
import type { Check } from "@/lib/articles/checks";
import { editableArticle } from "@/lib/articles/reads/desk";
import { committedContent } from "@/lib/articles/update-log";
import type { Actor } from "@/lib/core/actor";
import { ownOrigins } from "@/lib/core/own-origin";
import { outsideClosed } from "@/lib/core/outside-switch";
import { isAskable, safeFetch } from "@/lib/core/safe-fetch";
import type { StoredDocument } from "@/lib/content/document";
import { isOutward } from "@/lib/content/links";
import { linksOf } from "@/lib/content/references";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** What one press may cost: so many addresses, so many at once, so long for each and for all, in milliseconds. */
export const linkCheckLimits = { addresses: 40, atOnce: 5, each: 6000, all: 30_000 } as const;

/** A link that was found dead; `href` says which, so that it can be dropped from the list once it is gone from the text. */
export type DeadLink = { href: string; check: Check };
/** What the asking found. `left` addresses were not asked: there were more than `most`, or the time was over. */
export type LinksChecked = { asked: number; left: number; most: number; dead: DeadLink[] };

type Ask = typeof safeFetch;
type Outward = { href: string; words: string; blockId: string | null; inText: boolean };

/** The addresses outside to which a body leads, each once: links in its text, and the sources of quotations. */
export function outwardLinks(body: StoredDocument): Outward[] {
  const all = body.content
    .filter((block) => block.type !== "stash")
    .flatMap((block): Outward[] => {
      const blockId = block.attrs?.id ?? null;
      const links = linksOf(block).filter(({ story, href }) => story === null && isOutward(href)).map(({ href, words }) => ({ href, words: words.trim(), blockId, inText: true }));
      if (block.type !== "blockquote" || !block.attrs?.sourceUrl || !isOutward(block.attrs.sourceUrl)) return links;
      return [...links, { href: block.attrs.sourceUrl, words: block.attrs.source || "a quotation’s source", blockId, inText: false }];
    });
  return all.filter((link, index) => all.findIndex((one) => one.href === link.href) === index);
}

/** Asks the outside addresses of a working copy whether they are still there. Null where there is no such story for this person; a failure while nothing is fetched from outside. Nothing is kept. */
export async function checkOutwardLinks(actor: Actor, id: string, ask: Ask = safeFetch): Promise<Result<LinksChecked> | null> {
  if (!(await editableArticle(actor, id))) return null;
  // Said once, in place of a list of links that seem dead.
  const closed = await outsideClosed();
  if (closed) return fail(closed);
  const links = outwardLinks((await committedContent(appDatabase(), id)).body);
  // Of our own addresses the checks know without asking; what may not be asked from here says nothing about readers.
  return ok(await askAll(links.filter(({ href }) => isAskable(href) && !ownOrigins().includes(new URL(href).origin)), ask));
}

/** Asks one after another, a few side by side, until the time is over. */
export async function askAll(links: readonly Outward[], ask: Ask, limits: Record<keyof typeof linkCheckLimits, number> = linkCheckLimits): Promise<LinksChecked> {
  const waiting = links.slice(0, limits.addresses);
  const until = performance.now() + limits.all;
  const dead: DeadLink[] = [];
  let asked = 0;
  const work = async () => {
    for (let link = waiting.shift(); link && performance.now() < until; link = waiting.shift()) {
      asked++;
      // Without the fragment, which no server hears of.
      const answer = await ask(link.href.replace(/#.*$/, ""), { accept: "text/html, */*;q=0.8", bytes: 0, milliseconds: limits.each });
      const problem = answer.ok ? problemOf(answer.value.status) : { message: "A link whose site could not be reached", answer: "Nobody answered; it may be back later." };
      if (problem) dead.push({ href: link.href, check: asCheck(link, problem) });
    }
  };
  await Promise.all(Array.from({ length: limits.atOnce }, work));
  const order = links.map(({ href }) => href);
  return { asked, left: links.length - asked, most: limits.addresses, dead: dead.sort((left, right) => order.indexOf(left.href) - order.indexOf(right.href)) };
}

type Problem = { message: string; answer: string };

/** Null where it is there, or where a site only does not talk to programs: that says nothing about readers. */
function problemOf(status: number): Problem | null {
  if (status === 404 || status === 410) return { message: "A link that leads nowhere", answer: `The site answered ${status}: there is no such page.` };
  return status >= 500 && status < 600 ? { message: "A link whose site has trouble", answer: `It answered ${status}; it may be well again later.` } : null;
}

function asCheck({ href, words, blockId, inText }: Outward, { message, answer }: Problem): Check {
  return {
    id: `dead:${href}`,
    level: "warn",
    message,
    hint: `“${words}”, on ${new URL(href).host}. ${answer}`,
    ...(blockId ? { place: { blockId } } : {}),
    ...(blockId && inText ? { repairs: [{ label: "Remove the link", does: "remove-link", blockId, from: { href, story: null } }] } : {}),
  };
}
