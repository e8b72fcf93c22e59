import type { Metadata } from "next";
import { NotHere } from "@/app/_reader/shell";
import { noteTags } from "@/lib/web/reader-request";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

/** Every address that nothing else answers. */
export default function Missing() {
  noteTags("articles");
  return <NotHere />;
}
