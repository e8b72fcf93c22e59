import type { ReactNode } from "react";
import { signOut } from "@/app/_desk/actions";
import { accountWords } from "@/components/account/words/words";
import { type Language, languages } from "@/db/vocabulary";
import { thePaper } from "@/lib/web/reading";
import "@/components/account/account.css";

export type RoomPlace = "comments" | "news" | "data";

/** The frame of a reader's own pages: where she can go, in her language, and the way out. */
export async function ReaderRoom({ language, current, heading, children }: { language: Language; current?: RoomPlace; heading: string; children: ReactNode }) {
  const say = accountWords[language];
  const paper = await thePaper();
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
            </a>
          ))}
        </nav>
      )}
      <main id="main">
        <h1>{heading}</h1>
        {children}
      </main>
    </div>
  );
}
