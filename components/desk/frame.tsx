import type { ReactNode } from "react";
import { Icon, type IconName, Mark } from "@/components/desk/icon";
import { Who } from "@/components/desk/who";

export type Place = "stories" | "comments" | "people" | "settings" | "account";
type Props = { paperName: string; me: string; places: { place: Place; count?: number | string }[]; current: Place; hasGuide: boolean; signOut: () => Promise<void>; children: ReactNode };

const all: Record<Place, { href: string; label: string; icon: IconName }> = {
  stories: { href: "/desk", label: "Stories", icon: "stories" },
  comments: { href: "/desk/comments", label: "Comments", icon: "comments" },
  people: { href: "/desk/people", label: "People", icon: "people" },
  settings: { href: "/desk/settings/sections", label: "Settings", icon: "sections" },
  account: { href: "/account", label: "Account", icon: "account" },
};

/** The frame of the desk: where one can go, who one is, and the way out. */
export function DeskFrame({ paperName, me, places, current, hasGuide, signOut, children }: Props) {
  const links = (short: boolean) =>
    places.map(({ place, count }) => (
      <a key={place} href={all[place].href} aria-current={place === current ? "page" : undefined}>
        <Icon name={all[place].icon} />
        {short ? all[place].label : <span className="l">{all[place].label}</span>}
        {!short && count !== undefined && count !== 0 && (
          <span className="n now">
            {count}
            <span className="hidden"> waiting</span>
          </span>
        )}
      </a>
    ));
  return (
    <>
      <a className="skip" href="#main">
        Go to the content
      </a>
      <div className="app">
        <aside className="side" aria-label="Desk">
          <a className="mark" href="/desk">
            <Mark />
            <span>
              Standfirst<small>{paperName}</small>
            </span>
          </a>
          <nav aria-label="Desk">
            {links(false)}
            {hasGuide && (
              <a href="/desk/styleguide">
                <Icon name="paragraph" />
                <span className="l">Style guide</span>
              </a>
            )}
            <a href="/">
              <Icon name="document" />
              <span className="l">The paper</span>
            </a>
          </nav>
          <div className="me">
            <Who name={me} />
            <span>{me}</span>
            <form action={signOut}>
              <button type="submit">Sign out</button>
            </form>
          </div>
        </aside>
        <main className="main" id="main">
          {children}
        </main>
      </div>
      <nav className="tabbar" aria-label="Desk, main places">
        {links(true)}
        <a href="/">
          <Icon name="document" />
          Paper
        </a>
        <form action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </nav>
    </>
  );
}
