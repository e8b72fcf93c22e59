import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LookSample } from "@/components/desk/branding/look-sample";
import { Masthead } from "@/components/reader/masthead";
import { longDay } from "@/components/reader/dates";
import { machineNow } from "@/lib/kernel/clock";
import { brandingChange } from "@/lib/settings/abilities";
import { thePaper, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Look", robots: { index: false, follow: false } };

/** The top of the front over a made-up story: what a look is judged by. Stands in a frame beside the form that changes it. */
export default async function LookPreview() {
  const actor = await staff("/desk/settings/branding");
  if (!brandingChange.check(actor, null)) notFound();
  const [paper, sections] = await Promise.all([thePaper(), theSections()]);
  return (
    <>
      <Masthead paper={paper} sections={sections} today={longDay(machineNow(), paper.timeZone, paper.language)} />
      <LookSample />
    </>
  );
}
