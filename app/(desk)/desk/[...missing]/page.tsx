import type { Metadata } from "next";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Not here" };

/** Every address under the desk that has no page: answered in the desk's own document, by whose rules its scripts may run. */
export default async function Missing() {
  const actor = await staff("/desk");
  return (
    <Frame actor={actor} current="stories">
      <DeniedHere />
    </Frame>
  );
}
