import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { NameVersionForm } from "@/app/(desk)/desk/articles/[id]/history/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { History } from "@/components/desk/history/history";
import { RevisionView } from "@/components/desk/history/revision-view";
import { deskDay } from "@/components/desk/editor/times";
import { storyTimeline } from "@/lib/comparison/reads/story-timeline";
import { editableArticle, editorSurroundings, revisionContent, revisionHistory } from "@/lib/articles/reads/desk";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ v?: string; before?: string }> }) {
  const { id } = await params;
  const { v, before } = await searchParams;
  const actor = await staff(`/desk/articles/${id}/history`);
  const [story, lines] = await Promise.all([editableArticle(actor, id), revisionHistory(actor, id)]);
  if (!story || !lines)
    return (
      <Frame actor={actor} current="stories">
        <DeniedHere />
      </Frame>
    );
  const surroundings = await editorSurroundings(actor);
  const { timeZone } = surroundings;
  const olderThan = Number(before);
  const timeline = await storyTimeline(id, lines, (line) => deskDay(line.at, timeZone), Number.isInteger(olderThan) && olderThan > 0 ? olderThan : undefined);
  const chosen = lines.find((line) => line.id === v) ?? timeline.steps[0]?.line ?? null;
  const shown = chosen ? await revisionContent(actor, id, chosen.id) : null;
  return (
    <History articleId={id} headline={story.draftHeadline || shown?.content.headline || ""} timeline={timeline} chosen={chosen} timeZone={timeZone} naming={chosen ? <NameVersionForm key={chosen.id} articleId={id} line={chosen} /> : null}>
      {shown ? <RevisionView content={shown.content} material={shown.material} timeZone={timeZone} sectionName={surroundings.sections.find((one) => one.id === shown.content.sectionId)?.name ?? null} /> : null}
    </History>
  );
}
