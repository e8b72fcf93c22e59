import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { AnnouncingForm, OutsideForm } from "@/app/(desk)/desk/settings/outside/form";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { announcingKey, announcingOf } from "@/lib/announcing/announcing";
import { outsideKey } from "@/lib/core/outside-switch";
import { outsideChange } from "@/lib/settings/abilities";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
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
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>At three places this server asks addresses outside, each time because somebody at the desk did something: “Check links”, a picture that is fetched from where it was found, and what an embed shows. Readers’ browsers are not meant: nothing from outside is loaded for them before they press.</p>
          <OutsideForm {...(await outside())} />
          <h2>Telling of what is new</h2>
          <p>Nothing goes out by itself unless it is switched on here, and nothing at all while the switch above is off.</p>
          <AnnouncingForm {...(await announced())} />
        </div>
      )}
    </Frame>
  );
}

async function outside(): Promise<{ fetches: boolean; version: number }> {
  const { value, version } = await settingToChange(outsideKey);
  return { fetches: value?.fetches !== false, version };
}

/** The key stays on the server. */
async function announced(): Promise<{ searchEngines: boolean; hub: string; version: number }> {
  const { value, version } = await settingToChange(announcingKey);
  const { searchEngines, hub } = announcingOf(value);
  return { searchEngines, hub, version };
}
