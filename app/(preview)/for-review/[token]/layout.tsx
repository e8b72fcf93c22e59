import type { ReactNode } from "react";
import { DeskDocument } from "@/components/desk/document";
import { thePaper } from "@/lib/web/reading";
import "@/components/ui/tokens.css";
import "@/components/ui/fonts.css";
import "@/components/ui/fonts-late.css";
import "@/components/ui/desk-tokens.css";
import "@/components/desk/desk.css";
import "@/components/outside/outside.css";

export const dynamic = "force-dynamic";

export default async function Layout({ children }: { children: ReactNode }) {
  return <DeskDocument language={(await thePaper()).language}>{children}</DeskDocument>;
}
