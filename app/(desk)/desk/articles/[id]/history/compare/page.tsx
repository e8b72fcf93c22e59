import type { Metadata } from "next";
import { z } from "zod";
import { BringBackForm, MarkSeenForm } from "@/app/(desk)/desk/articles/[id]/history/compare/forms";
import { Frame } from "@/app/_desk/desk-frame";
import { Changes } from "@/components/desk/compare/compare";
import { ComparePage } from "@/components/desk/compare/compare-page";
import { DeniedHere } from "@/app/_desk/denied";
import { editorSurroundings } from "@/lib/articles/reads/desk";
import { compareAddress } from "@/lib/comparison/compare-address";
import { comparedStory } from "@/lib/comparison/reads/compared-story";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";
import "@/components/desk/compare/compare.css";

export const metadata: Metadata = { title: "Changes" };

const Query = z.strictObject({ from: z.union([z.uuid(), z.literal("seen"), z.literal("now")]).optional(), to: z.union([z.uuid(), z.literal("now")]).optional(), view: z.enum(["inline", "side"]).default("inline") });

export default async function Compare({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { id } = await params;
  const asked = Query.safeParse(await searchParams);
  const actor = await staff(compareAddress(id, asked.data));
  const compared = asked.success ? await comparedStory(actor, id, asked.data) : null;
  if (!asked.success || !compared)
    return (
      <Frame actor={actor} current="stories">
        <DeniedHere />
      </Frame>
    );
  const { sections, timeZone } = await editorSurroundings(actor);
  const { view, from } = asked.data;
  if (compared === "nothing") return <ComparePage articleId={id} view={view} timeZone={timeZone} compared={null} seen={null} />;
  const sectionName = (sectionId: string) => sections.find((one) => one.id === sectionId)?.name ?? null;
  return (
    <ComparePage articleId={id} view={view} timeZone={timeZone} compared={compared} seen={from === "seen" && compared.shown ? <MarkSeenForm articleId={id} shown={compared.shown} /> : null}>
      <BringBackForm articleId={id} revisionId={compared.before.id} seq={compared.before.seq}>
        <Changes {...compared} view={view} timeZone={timeZone} sectionName={sectionName} from={compared.before.seq} />
        {compared.comparison.changes > 0 && (
          <details className="bring-back-whole">
            <summary>Restore version {compared.before.seq} whole…</summary>
            <p>Everything above then stands in the working copy as it was in version {compared.before.seq}. What stands now is kept, and nothing that others are typing is lost.</p>
            <button className="btn" type="submit" name="then" value="whole">
              Restore version {compared.before.seq}
            </button>
          </details>
        )}
      </BringBackForm>
    </ComparePage>
  );
}
