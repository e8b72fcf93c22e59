import type { Metadata } from "next";
import { Commenter } from "@/app/(desk)/desk/comments/commenter/commenter";
import { Frame } from "@/app/_desk/desk-frame";
import { guestPage } from "@/lib/sanctions/reads/commenter-page";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Guest" };

/** As the page of somebody with an account, of whoever comments as a guest: by the key of her address, which is no address. */
export default async function GuestPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const actor = await staff(`/desk/comments/guests/${encodeURIComponent(key)}`);
  return (
    <Frame actor={actor} current="comments">
      <Commenter page={await guestPage(actor, key)} />
    </Frame>
  );
}
