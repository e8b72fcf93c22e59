"use client";

import { nearDay, shortTime } from "@/components/reader/dates";
import { RiverStory } from "@/components/reader/front/river-story";
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
          <RiverStory
            key={card.id}
            card={card}
            mark={before && nearDay(before.publishedAt, now, timeZone, language) === day ? "" : day}
            section={showSection}
            when={shortTime(card.publishedAt, timeZone, card.language)}
            language={language}
          />
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
