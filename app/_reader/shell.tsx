import type { ReactNode } from "react";
import { printedYear } from "@/components/reader/dates";
import { Foot, Topline } from "@/components/reader/masthead";
import { Lost } from "@/components/reader/lost";
import { type FormRefusal, RefusedForm, statusOf } from "@/components/reader/refused-form";
import { answerWith } from "@/lib/web/reader-request";
import { thePages, thePaper, theSections, theWayOn } from "@/lib/web/reading";

/** The top and foot that all inner pages share. */
export async function Shell({ current, children }: { current?: string; children: ReactNode }) {
  const [paper, sections, pages] = await Promise.all([thePaper(), theSections(), thePages()]);
  return (
    <>
      <Topline paper={paper} sections={sections} {...(current ? { current } : {})} />
      {children}
      <Foot paper={paper} sections={sections} pages={pages} year={printedYear(new Date(), paper.timeZone, paper.language)} />
    </>
  );
}

/** A whole page for what is not there, with its true status. */
export async function NotHere() {
  answerWith(404);
  const [{ language }, elsewhere] = await Promise.all([thePaper(), theWayOn()]);
  return (
    <Shell>
      <Lost what="missing" language={language} elsewhere={elsewhere} />
    </Shell>
  );
}

/** A whole page in place of a form that was not read, with its true status. */
export async function RefusedFormHere({ why, limit }: { why: FormRefusal; limit?: string }) {
  answerWith(statusOf(why));
  const { language } = await thePaper();
  return (
    <Shell>
      <RefusedForm why={why} limit={limit} language={language} />
    </Shell>
  );
}
