import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/reader/reader.css";
import "@/components/ui/desk-tokens.css";
import "@/components/desk/preview-strip.css";
import "@/components/desk/styleguide/styleguide.css";

export const dynamic = "force-dynamic";

export default function StyleGuideLayout({ children }: { children: ReactNode }) {
  return <ReaderDocument language="en">{children}</ReaderDocument>;
}
