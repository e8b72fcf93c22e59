import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { AnnouncingForm, OutsideForm } from "@/app/(desk)/desk/settings/outside/form";
import { Denied } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import { outsideClosed } from "@/lib/core/outside-switch";
import { outsideChange } from "@/lib/settings/abilities";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Outside addresses" };

export default async function Outside() {
  const actor = await staff("/desk/settings/outside");
  const may = outsideChange.check(actor, null);
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Outside addresses</h1>
      </header>
      {may && <SettingsTabs current="/desk/settings/outside" />}
      {!may ? (
        <Denied />
      ) : (
        <div className="sheet-body">
          <p>At three places this server asks addresses outside, each time because somebody at the desk did something: “Check links”, a picture that is fetched from where it was found, and what an embed shows. Readers’ browsers are not meant: nothing from outside is loaded for them before they press.</p>
          <OutsideForm fetches={(await outsideClosed()) === null} />
          <h2>Telling of what is new</h2>
          <p>Nothing goes out by itself unless it is switched on here, and nothing at all while the switch above is off.</p>
          <AnnouncingForm {...(await announced())} />
        </div>
      )}
    </Frame>
  );
}

/** The key stays on the server. */
async function announced(): Promise<{ searchEngines: boolean; hub: string }> {
  const { searchEngines, hub } = await whomToTell();
  return { searchEngines, hub };
}
