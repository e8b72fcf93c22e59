import type { ReactNode } from "react";
import { Foot, Topline } from "@/components/reader/masthead";
import { Lost } from "@/components/reader/lost";
import { answerWith } from "@/lib/web/reader-request";
import { thePages, thePaper, theSections } from "@/lib/web/reading";

/** The top and foot that all inner pages share. */
export async function Shell({ current, children }: { current?: string; children: ReactNode }) {
  const [paper, sections, pages] = await Promise.all([thePaper(), theSections(), thePages()]);
  return (
    <>
      <Topline paper={paper} sections={sections} {...(current ? { current } : {})} />
      {children}
      <Foot paper={paper} sections={sections} pages={pages} year={String(new Date().getUTCFullYear())} />
    </>
  );
}

/** A whole page for what is not there, with its true status. */
export async function NotHere() {
  answerWith(404);
  const { language } = await thePaper();
  return (
    <Shell>
      <Lost gone={false} language={language} />
    </Shell>
  );
}
