import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import { theLook, thePreview } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/ui/fonts-in-time.css";
import "@/components/reader/front/front.css";
import "@/components/reader/reader.css";
import "@/components/ui/desk-tokens.css";
import "@/components/desk/preview-strip.css";

export const dynamic = "force-dynamic";

export default async function PreviewLayout({ children, params }: { children: ReactNode; params: Promise<{ id: string }> }) {
  const { id } = await params;
  const preview = await thePreview(await staff(`/desk/articles/${id}/preview`), id);
  return (
    <ReaderDocument language={preview?.article.language ?? "en"} look={await theLook()}>
      {children}
    </ReaderDocument>
  );
}
