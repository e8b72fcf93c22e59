import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { StartCopyAtForm } from "@/app/(desk)/desk/articles/[id]/proposals/forms";
import { Frame } from "@/app/_desk/desk-frame";
import { ProposalList } from "@/components/desk/proposals/proposal-list";
import { editorSurroundings } from "@/lib/articles/reads/desk";
import { may } from "@/lib/policy/ability";
import { proposalsFor } from "@/lib/proposals/reads/proposals";
import { staff } from "@/lib/web/session";
import "@/components/desk/proposals/proposals.css";

export const metadata: Metadata = { title: "Proposals" };

export default async function AllProposals() {
  const actor = await staff("/desk/proposals");
  if (!may(actor, "article.create")) redirect("/desk/comments");
  const [{ own, waiting }, { timeZone }] = await Promise.all([proposalsFor(actor), editorSurroundings(actor)]);
  return (
    <Frame actor={actor} current="stories">
      <header className="head">
        <h1>Proposals</h1>
        <a className="btn" href="/desk">
          All stories
        </a>
      </header>
      <div className="sheet-body">
        <h2>Waiting for an answer</h2>
        {waiting.length > 0 ? <ProposalList lines={waiting} label="Waiting for an answer" timeZone={timeZone} namesStory /> : <p className="quiet">Nobody has sent a proposal for a story that you may write in.</p>}
        <h2>Yours</h2>
        {own.length > 0 ? <ProposalList lines={own} label="Yours" timeZone={timeZone} namesStory /> : <p className="quiet">You work on no copy, and have sent none.</p>}
        <h2>Propose a change</h2>
        <p className="quiet">To a story that is not yours, from what readers see. Of one that you may write in, take a copy in its panel “Story”.</p>
        <StartCopyAtForm />
      </div>
    </Frame>
  );
}
