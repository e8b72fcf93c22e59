import type { Metadata } from "next";
import { EditorLoader } from "@/app/(desk)/desk/articles/[id]/editor-loader";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { SinceLook } from "@/components/desk/compare/since-look";
import { changedSinceLook, editorSurroundings, storyState } from "@/lib/articles/reads/desk";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";
import "@/components/desk/editor/notes/notes.css";
import "@/components/desk/editor/paste/receipt.css";

export const metadata: Metadata = { title: "Editing" };

export default async function EditorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await staff(`/desk/articles/${id}`);
  const state = await storyState(actor, id);
  if (!state)
    return (
      <Frame actor={actor} current="stories">
        <DeniedHere />
      </Frame>
    );
  const [surroundings, since] = await Promise.all([editorSurroundings(actor), changedSinceLook(actor, id)]);
  return (
    <>
      <EditorLoader initial={state} surroundings={surroundings} />
      {since && <SinceLook articleId={id} since={since} timeZone={surroundings.timeZone} />}
    </>
  );
}
