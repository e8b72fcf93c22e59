import type { Metadata } from "next";
import { NotHere } from "@/app/_reader/shell";
import { words } from "@/components/reader/words";
import { noteTags } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
}

/** Every address that nothing else answers. */
export default function Missing() {
  noteTags("articles");
  return <NotHere />;
}
