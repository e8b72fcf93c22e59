import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { PaperForm } from "@/app/(desk)/desk/settings/paper/form";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { paperChange } from "@/lib/settings/abilities";
import { paperKey, paperSettings } from "@/lib/settings/paper";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "The paper" };

export default async function Paper() {
  const actor = await staff("/desk/settings/paper");
  const may = paperChange.check(actor, null);
  const stored = may ? await settingToChange(paperKey) : null;
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>The paper</h1>
      </header>
      {may && <SettingsTabs current="/desk/settings/paper" />}
      {!may ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>What the paper is called and what it says of itself, on every page and to machines.</p>
          <PaperForm paper={paperSettings(stored?.value)} version={stored?.version ?? 0} timeZones={Intl.supportedValuesOf("timeZone")} />
        </div>
      )}
    </Frame>
  );
}
