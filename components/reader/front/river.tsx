"use client";

import { nearDay, shortTime } from "@/components/reader/dates";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { tongue, writers } from "@/components/reader/front/story";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard, CardList } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** Stories one under another, with the day in the margin where it changes. */
export function River({ cards, paper: { timeZone, language }, now, showSection = false }: { cards: readonly ArticleCard[]; paper: PaperSettings; now: Date; showSection?: boolean }) {
  return (
    <ol className="river">
      {cards.map((card, index) => {
        const day = nearDay(card.publishedAt, now, timeZone, language);
        const before = cards[index - 1];
        return (
          <li key={card.id} data-section={card.section.accent}>
            <p className="day">{before && nearDay(before.publishedAt, now, timeZone, language) === day ? "" : day}</p>
            <div {...tongue(card, language)}>
              <CardKicker card={card} words={card.kicker || (showSection ? card.section.name : "")} />
              <h3 className="headline h3">
                <a href={card.path}>{card.frontHeadline}</a>
              </h3>
              {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
              <p className="meta">
                {[...writers(card), showSection ? card.section.name : null, shortTime(card.publishedAt, timeZone, card.language)].filter(Boolean).join(" · ")}
              </p>
            </div>
            {card.picture && (
              <figure>
                <Picture picture={card.picture} sizes="(min-width: 48rem) 14rem, 100vw" />
              </figure>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The way to the pages beside this one. */
export function Pages({ path, list: { newer, older }, language }: { path: string; list: Pick<CardList, "newer" | "older">; language: Language }) {
  if (!older && !newer) return null;
  const say = words[language];
  const at = (before: string) => `${path}?before=${before}`;
  return (
    <nav className="pages" aria-label={say.pages}>
      {newer ? (
        <a href={newer === "first" ? path : at(newer.before)} rel="prev">
          {say.newer}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a href={at(older)} rel="next">
          {say.older}
        </a>
      )}
    </nav>
  );
}
