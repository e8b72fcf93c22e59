import type { ReactNode } from "react";
import { words } from "@/components/reader/words";
import { languages } from "@/db/vocabulary";
import type { ArticlePage } from "@/lib/articles/views";

/**
 * What one can do with a story. The way to its comments works everywhere; the others show themselves where the browser can do them
 * (components/reader/enhance), in room that is theirs from the start. Those that some browsers lack come last, so that no gap is seen.
 */
export function Tools({ article }: { article: ArticlePage }) {
  const say = words[article.language];
  const letter = languages[article.language].direction === "rtl" ? "آ" : "A";
  return (
    <p className="tools">
      <a href="#comments">
        <Icon draw="M2 2.5h12v8.6H7.6L4.2 14v-2.9H2z" />
        {say.comments(article.comments)}
      </a>
      <copy-link hidden data-done={say.copied}>
        <Tool draw="M6.5 9.5l3-3M7 4.6l2-2a3 3 0 0 1 4.4 4.4l-2 2M9 11.4l-2 2A3 3 0 0 1 2.6 9l2-2">{say.copy}</Tool>
      </copy-link>
      <save-story hidden data-done={say.kept} data-undone={say.letGo} data-list={say.saved.title}>
        <Tool draw="M4 2h8v12L8 10.6 4 14z">{say.save}</Tool>
      </save-story>
      <text-size hidden role="group" aria-label={say.textSize}>
        <button type="button" value="" aria-label={say.sizes.usual}>
          {letter}
        </button>
        <button type="button" value="large" aria-label={say.sizes.large}>
          {letter}
        </button>
        <button type="button" value="largest" aria-label={say.sizes.largest}>
          {letter}
        </button>
      </text-size>
      <listen-story hidden data-pause={say.pause} data-resume={say.resume} data-voiceless={say.voiceless}>
        <Tool draw="M2 6v4h2.5L8 13V3L4.5 6zM10.5 5.5a3.5 3.5 0 0 1 0 5">{say.listen}</Tool>
        <button type="button" hidden>
          {say.stop}
        </button>
      </listen-story>
      <enlarge-pictures hidden data-open={say.enlarge} data-close={say.close} />
      <share-link hidden>
        <Tool draw="M8 10V1.8M4.8 4.6 8 1.6l3.2 3M3 7.5v6.7h10V7.5">{say.share}</Tool>
      </share-link>
    </p>
  );
}

function Tool({ draw, children }: { draw: string; children: ReactNode }) {
  return (
    <button type="button">
      <Icon draw={draw} />
      {children}
    </button>
  );
}

function Icon({ draw }: { draw: string }) {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d={draw} />
    </svg>
  );
}
