import type { Metadata } from "next";
import { LinkPage } from "@/app/(account)/link-page";

export const metadata: Metadata = { title: "A new password", referrer: "no-referrer" };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  return <LinkPage token={(await params).token} />;
}
