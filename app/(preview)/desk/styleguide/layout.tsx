import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import { theLook } from "@/lib/web/reading";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/ui/fonts-in-time.css";
import "@/components/reader/reader.css";
import "@/components/ui/desk-tokens.css";
import "@/components/desk/preview-strip.css";
import "@/components/desk/styleguide/styleguide.css";

export const dynamic = "force-dynamic";

export default async function StyleGuideLayout({ children }: { children: ReactNode }) {
  return (
    <ReaderDocument language="en" look={await theLook()}>
      {children}
    </ReaderDocument>
  );
}
