import type { Metadata } from "next";
import { NotHere, TooLongHere } from "@/app/_reader/shell";
import { words } from "@/components/reader/words";
import { composeRequest } from "@/lib/web/compose-request";
import { noteTags } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  const { notFound, lost } = words[paper.language];
  return { title: `${composeRequest()?.failure ? lost.tooLong.title : notFound} · ${paper.name}`, robots: { index: false } };
}

/** Every address that nothing else answers. The server also comes here in place of a page whose form was too long to be read. */
export default function Missing() {
  if (composeRequest()?.failure) return <TooLongHere />;
  noteTags("articles");
  return <NotHere />;
}
