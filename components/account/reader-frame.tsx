import type { ReactNode } from "react";
import { doorWords } from "@/components/account/door-words";
import { Mark } from "@/components/desk/icon";
import type { Language } from "@/db/vocabulary";

type Props = { paperName: string; me: string; language: Language; signOut: () => Promise<void>; children: ReactNode };

/** The frame of a reader's own pages: the way back to the paper, and the way out. */
export function ReaderFrame({ paperName, me, language, signOut, children }: Props) {
  const say = doorWords[language];
  return (
    <>
      <a className="skip" href="#main">
        {say.skip}
      </a>
      <main className="standalone" id="main">
        <header className="reader-bar">
          <a className="mark" href="/">
            <Mark />
            <span>
              {paperName}
              <small>{say.toPaper}</small>
            </span>
          </a>
          <form action={signOut}>
            <bdi>{me}</bdi>{" "}
            <button className="btn" type="submit">
              {say.signOut}
            </button>
          </form>
        </header>
        {children}
      </main>
    </>
  );
}
