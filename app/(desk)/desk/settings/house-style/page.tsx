import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { HouseStyleForm } from "@/app/(desk)/desk/settings/house-style/form";
import { Denied } from "@/components/desk/denied";
import { houseStyleChange } from "@/lib/settings/abilities";
import { rulesAsText } from "@/lib/settings/house-style";
import { houseStyle } from "@/lib/settings/reads/house-style";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "House style" };

export default async function HouseStyle() {
  const actor = await staff("/desk/settings/house-style");
  const rules = houseStyleChange.check(actor, null) ? rulesAsText(await houseStyle()) : null;
  return (
    <Frame actor={actor} current="sections">
      <header className="head">
        <h1>House style</h1>
        <a className="btn" href="/desk/settings/sections">
          Sections
        </a>
      </header>
      {rules === null ? (
        <Denied />
      ) : (
        <div className="sheet-body">
          <p>Words that this paper prefers. Whoever writes another one sees the better one among the checks of the story; nobody is stopped by it.</p>
          <HouseStyleForm rules={rules} />
        </div>
      )}
    </Frame>
  );
}
