import type { Metadata } from "next";
import { NotHere, RefusedFormHere } from "@/app/_reader/shell";
import type { FormRefusal } from "@/components/reader/refused-form";
import { words } from "@/components/reader/words";
import { isTooLong } from "@/lib/comments/refusals/refusal";
import { composeRequest } from "@/lib/web/compose-request";
import { noteTags } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  const { notFound, lost } = words[paper.language];
  const why = refusal();
  return { title: `${why ? lost[why].title : notFound} · ${paper.name}`, robots: { index: false } };
}

/** Every address that nothing else answers. The server also comes here in place of a page whose form it did not read. */
export default function Missing() {
  const why = refusal();
  if (why) return <RefusedFormHere why={why} />;
  noteTags("articles");
  return <NotHere />;
}

/** Why the server did not read a form, if that brought it here. */
function refusal(): FormRefusal | null {
  const failure = composeRequest()?.failure;
  if (!failure) return null;
  return isTooLong(failure) ? "tooLong" : "elsewhere";
}
