import type { ReactNode } from "react";
import { ReaderDocument } from "@/components/reader/document";
import { workingCopy } from "@/lib/articles/reads/desk";
import { nonceOfThisResponse } from "@/lib/web/response-nonce";
import { staff } from "@/lib/web/session";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/reader/reader.css";
import "@/components/desk/preview-strip.css";

export const dynamic = "force-dynamic";

export default async function PreviewLayout({ children, params }: { children: ReactNode; params: Promise<{ id: string }> }) {
  const { id } = await params;
  const content = await workingCopy(await staff(`/desk/articles/${id}/preview`), id);
  return (
    <ReaderDocument language={content?.language ?? "en"} nonce={await nonceOfThisResponse()}>
      {children}
    </ReaderDocument>
  );
}
