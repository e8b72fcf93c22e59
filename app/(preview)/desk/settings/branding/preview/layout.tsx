import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import { theIcon, theLook, thePaper } from "@/lib/web/reading";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/ui/fonts-in-time.css";
import "@/components/reader/front/front.css";
import "@/components/reader/reader.css";

export const dynamic = "force-dynamic";

export default async function LookPreviewLayout({ children }: { children: ReactNode }) {
  const [paper, look] = await Promise.all([thePaper(), theLook()]);
  return (
    <ReaderDocument language={paper.language} look={look} icon={await theIcon()}>
      {children}
    </ReaderDocument>
  );
}
