import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { NameVersionForm } from "@/app/(desk)/desk/articles/[id]/history/forms";
import { Denied } from "@/app/_desk/denied";
import { History } from "@/components/desk/history/history";
import { RevisionView } from "@/components/desk/history/revision-view";
import { editorSurroundings, revisionContent, revisionHistory } from "@/lib/articles/reads/desk";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ v?: string }> }) {
  const { id } = await params;
  const { v } = await searchParams;
  const actor = await staff(`/desk/articles/${id}/history`);
  const lines = await revisionHistory(actor, id);
  if (!lines)
    return (
      <Frame actor={actor} current="stories">
        <Denied />
      </Frame>
    );
  const chosen = lines.find((line) => line.id === v) ?? lines[0];
  const [shown, surroundings] = await Promise.all([chosen ? revisionContent(actor, id, chosen.id) : null, editorSurroundings(actor)]);
  return (
    <History articleId={id} lines={lines} chosen={chosen ?? null} timeZone={surroundings.timeZone} naming={chosen ? <NameVersionForm key={chosen.id} articleId={id} line={chosen} /> : null}>
      {shown ? <RevisionView content={shown.content} material={shown.material} timeZone={surroundings.timeZone} sectionName={surroundings.sections.find((one) => one.id === shown.content.sectionId)?.name ?? null} /> : null}
    </History>
  );
}
