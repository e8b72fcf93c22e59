"use client";

import { BodyView } from "@/components/blocks/views";
import { isoWithOffset, printedTime } from "@/components/reader/dates";
import { words } from "@/components/reader/words";
import type { BodyMaterial } from "@/lib/articles/views";
import type { PublicPage } from "@/lib/pages/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** What the paper says of itself refers to nothing but addresses. */
export const noMaterial: BodyMaterial = { pictures: new Map(), stories: new Map(), embeds: new Map() };

/** One of the paper's own pages. "Updated" stands on it after a real change alone. */
export function PaperPageView({ page, paper }: { page: PublicPage; paper: PaperSettings }) {
  return (
    <main id="main" className="page">
      <article>
        <div className="plain-head">
          <h1>{page.title}</h1>
        </div>
        <div className="prose">
          <BodyView body={page.body} material={noMaterial} language={paper.language} timeZone={paper.timeZone} />
        </div>
        {page.changedAt > page.publishedAt && (
          <p className="meta">
            {words[paper.language].updated} <time dateTime={isoWithOffset(page.changedAt, paper.timeZone)}>{printedTime(page.changedAt, paper.timeZone, paper.language)}</time>
          </p>
        )}
      </article>
    </main>
  );
}
