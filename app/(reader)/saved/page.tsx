import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { words } from "@/components/reader/words";
import { locales } from "@/components/reader/words/counted";
import { thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].saved.title} · ${paper.name}`, robots: { index: false } };
}

/** The frame of a list that only the reader's own browser has: the same for everybody. */
export default async function Saved() {
  const paper = await thePaper();
  const say = words[paper.language].saved;
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{say.title}</h1>
          <p>{say.about}</p>
        </div>
        <saved-list data-locale={locales[paper.language]} data-nothing={say.nothing} data-refused={say.refused} data-remove={say.remove} data-removed={say.removed} data-undo={say.undo}>
          <p className="nothing">{say.needsScript}</p>
        </saved-list>
      </main>
    </Shell>
  );
}
