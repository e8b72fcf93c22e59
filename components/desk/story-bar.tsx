import type { ReactNode } from "react";
import { Icon } from "@/components/desk/icon";

type Props = { back: { href: string; says: string }; /** What the page shows of the story, for those who hear it. */ what: string; headline: string; children?: ReactNode };

/** The bar above a page that shows something of one story: the way back, whose it is, and what can be done. */
export function StoryBar({ back, what, headline, children }: Props) {
  return (
    <header className="bar whole">
      <div className="where">
        <a className="btn plain" href={back.href} aria-label={back.says}>
          <Icon name="back" />
        </a>
        <h1 className="name" dir="auto">
          <span className="hidden">{what}: </span>
          {headline}
        </h1>
      </div>
      {children}
    </header>
  );
}
