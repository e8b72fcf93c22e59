import type { Metadata } from "next";
import { z } from "zod";
import { DecideForm, OwnProposalForm, StartCopyForm } from "@/app/(desk)/desk/articles/[id]/proposals/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { ProposalList } from "@/components/desk/proposals/proposal-list";
import { ProposalPage } from "@/components/desk/proposals/proposal-page";
import { editorSurroundings } from "@/lib/articles/reads/desk";
import { blockPart, fieldPart } from "@/lib/proposals/hunks";
import { proposalView, storyProposals } from "@/lib/proposals/reads/proposals";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";
import "@/components/desk/compare/compare.css";
import "@/components/desk/proposals/proposals.css";

export const metadata: Metadata = { title: "Proposals" };

const Query = z.strictObject({ p: z.uuid().optional(), view: z.enum(["inline", "side"]).default("inline") });

export default async function Proposals({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { id } = await params;
  const asked = Query.safeParse(await searchParams);
  const p = asked.data?.p;
  const actor = await staff(`/desk/articles/${id}/proposals${p ? `?p=${p}` : ""}`);
  const [story, view] = await Promise.all([asked.success ? storyProposals(actor, id) : null, p ? proposalView(actor, id, p) : null]);
  if (!story || (p && !view))
    return (
      <Frame actor={actor} current="stories">
        <DeniedHere />
      </Frame>
    );
  const { sections, timeZone } = await editorSurroundings(actor);
  if (view)
    return (
      <ProposalPage
        view={view}
        show={asked.data?.view ?? "inline"}
        timeZone={timeZone}
        sectionName={(sectionId) => sections.find((one) => one.id === sectionId)?.name ?? null}
        partOf={(change) => ("name" in change ? fieldPart(change.name) : blockPart(change))}
        own={view.line.isOwn && <OwnPart view={view} articleId={id} />}
        form={(changes) => (view.can.decide || view.hunks.size > 0 ? <DecideForm articleId={id} proposalId={view.line.id} read={view.read}>{changes}</DecideForm> : changes)}
      />
    );
  return (
    <Frame actor={actor} current="stories">
      <header className="head">
        <h1>Copies and proposals</h1>
        {story.mayEdit && (
          <a className="btn" href={`/desk/articles/${id}`}>
            To the story
          </a>
        )}
        {story.mayEdit && (
          <a className="btn" href={`/desk/articles/${id}/reviews`}>
            Readers from outside
          </a>
        )}
        <StartCopyForm articleId={id} isInWork={story.lines.some((line) => line.isOwn && line.state === "open")} />
      </header>
      <div className="sheet-body">
        <p>
          Of <bdi>“{story.headline || "a story without a headline"}”</bdi>. {story.mayEdit ? "A copy begins as the story stands now; the story goes on meanwhile." : "A copy begins with what readers see."} What is proposed is compared with the story as it stands when it is read, and taken change by change.
        </p>
        {story.lines.length > 0 ? (
          <ProposalList lines={story.lines} label="Copies and proposals" timeZone={timeZone} namesStory={false} />
        ) : (
          <div className="empty">
            <h2>No copies yet</h2>
            <p>Work on a copy to rewrite a story without touching it, and send it back when it is ready.</p>
          </div>
        )}
      </div>
    </Frame>
  );
}

function OwnPart({ view, articleId }: { view: NonNullable<Awaited<ReturnType<typeof proposalView>>>; articleId: string }) {
  return (
    <>
      {view.line.state === "open" && (
        <p>
          <a className="btn" href={`/desk/articles/${articleId}/copy`}>
            Go on writing
          </a>
        </p>
      )}
      {(view.can.reopen || view.can.withdraw) && <OwnProposalForm articleId={articleId} proposalId={view.line.id} can={view.can} />}
    </>
  );
}
