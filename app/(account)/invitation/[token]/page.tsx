import type { Metadata } from "next";
import { LinkPage } from "@/app/(account)/link-page";

// The address is a key: it goes to no other site. To our own it does, or a form without JavaScript would not say whence it comes, and be refused.
export const metadata: Metadata = { title: "Your invitation", referrer: "same-origin" };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  return <LinkPage token={(await params).token} />;
}
