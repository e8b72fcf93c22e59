import type { Metadata } from "next";
import { CopyLoader } from "@/app/(desk)/desk/articles/[id]/copy/copy-loader";
import { StartCopyForm } from "@/app/(desk)/desk/articles/[id]/proposals/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { editorSurroundings } from "@/lib/articles/reads/desk";
import { copyState } from "@/lib/proposals/reads/copy-state";
import { ownCopyOf, storyProposals } from "@/lib/proposals/reads/proposals";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";
import "@/components/desk/editor/notes/notes.css";
import "@/components/desk/editor/paste/receipt.css";
import "@/components/desk/proposals/proposals.css";

export const metadata: Metadata = { title: "Working on a copy" };

export default async function CopyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await staff(`/desk/articles/${id}/copy`);
  const [story, copyId] = await Promise.all([storyProposals(actor, id), ownCopyOf(actor, id)]);
  if (!story)
    return (
      <Frame actor={actor} current="stories">
        <DeniedHere />
      </Frame>
    );
  const state = copyId ? await copyState(actor, id, copyId) : null;
  if (!copyId || !state)
    return (
      <Frame actor={actor} current="stories">
        <div className="empty">
          <h1>No copy in work</h1>
          <p>
            You have no copy of <bdi>“{story.headline || "this story"}”</bdi> that you could write in.
          </p>
          <StartCopyForm articleId={id} />
        </div>
      </Frame>
    );
  return <CopyLoader initial={state} surroundings={await editorSurroundings(actor)} copyId={copyId} headline={story.headline} />;
}
