import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { Denied } from "@/components/desk/denied";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Nothing here" };

/** In place of a page of the desk that is not there, or not for whoever asks. */
export default async function NotFound() {
  return (
    <Frame actor={await staff("/desk")} current={null}>
      <Denied />
    </Frame>
  );
}
