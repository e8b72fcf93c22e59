import type { Metadata } from "next";
import { Commenter } from "@/app/(desk)/desk/comments/commenter/commenter";
import { Frame } from "@/app/_desk/desk-frame";
import { personPage } from "@/lib/sanctions/reads/commenter-page";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Commenter" };

/** What moderators need to know of somebody with an account, and what they can do. */
export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await staff(`/desk/comments/people/${id}`);
  return (
    <Frame actor={actor} current="comments">
      <Commenter page={await personPage(actor, id)} />
    </Frame>
  );
}
