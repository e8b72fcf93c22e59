import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import { thePaper } from "@/lib/web/reading";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/reader/reader.css";

export const dynamic = "force-dynamic";

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const paper = await thePaper();
  return <ReaderDocument language={paper.language}>{children}</ReaderDocument>;
}
