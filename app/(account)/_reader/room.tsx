import type { ReactNode } from "react";
import { signOut } from "@/app/_desk/actions";
import { OwnSanctions } from "@/components/account/own-sanctions";
import { accountWords, filled } from "@/components/account/words/words";
import { printedTime } from "@/components/reader/dates";
import { type Language, languages } from "@/db/vocabulary";
import { ownDeletion } from "@/lib/commenters/reads/own-data";
import { unseenNews } from "@/lib/notices/reads/notices";
import { ownSanctions } from "@/lib/sanctions/reads/own-sanctions";
import { thePaper } from "@/lib/web/reading";
import { currentActor } from "@/lib/web/session";
import "@/components/account/account.css";

export type RoomPlace = "comments" | "news" | "data";

/** The frame of a reader's own pages: where she can go, in her language, and the way out. */
export async function ReaderRoom({ language, current, heading, children }: { language: Language; current?: RoomPlace; heading: string; children: ReactNode }) {
  const say = accountWords[language];
  const [paper, actor] = await Promise.all([thePaper(), currentActor()]);
  const [unseen, deletion, sanctions] = current && actor.kind === "person" ? await Promise.all([unseenNews(actor.personId), ownDeletion(actor), ownSanctions(actor, language)]) : [0, null, []];
  const places: [href: string, name: string, place: RoomPlace | null][] = [
    ["/account/comments", say.myComments, "comments"],
    ["/account/news", say.news, "news"],
    ["/account/data", say.data, "data"],
    ["/account", say.account, null],
  ];
  return (
    <div className="room" lang={language} dir={languages[language].direction}>
      <header className="room-top">
        <a className="room-paper" href="/">
          <bdi>{paper.name}</bdi>
        </a>
        {current && (
          <form action={signOut}>
            <button className="btn plain" type="submit">
              {say.signOut}
            </button>
          </form>
        )}
      </header>
      {current && (
        <nav className="tabs" aria-label={say.room}>
          {places.map(([href, name, place]) => (
            <a key={href} href={href} aria-current={place === current ? "page" : undefined}>
              {name}
              {place === "news" && unseen > 0 && <span className="n now"> {unseen.toLocaleString(language)}</span>}
            </a>
          ))}
        </nav>
      )}
      <main id="main">
        <h1>{heading}</h1>
        {deletion && current !== "data" && (
          <p className="notice">
            {filled(say.pending, { day: printedTime(new Date(deletion.dueAt), paper.timeZone, language) })} <a href="/account/data">{say.keepAccount}</a>
          </p>
        )}
        <OwnSanctions sanctions={sanctions} language={language} timeZone={paper.timeZone} className="notice bad" />
        {children}
      </main>
    </div>
  );
}
