import type { Metadata } from "next";
import { DevicesForm } from "@/app/(desk)/desk/settings/devices/form";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { devicesChange } from "@/lib/settings/abilities";
import { devicesKey, devicesMayKeep } from "@/lib/settings/devices";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Devices" };

export default async function Devices() {
  const actor = await staff("/desk/settings/devices");
  const may = devicesChange.check(actor, null);
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Devices</h1>
      </header>
      {may && <SettingsTabs current="/desk/settings/devices" />}
      {!may ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>While somebody writes, her browser keeps what has not gone up yet, so that neither a lost line nor a crash costs her words. It lies there enciphered: the key comes from this server with a session of hers and is in the memory of the open tab alone. Signing out deletes it; what was not opened for 30 days goes, too.</p>
          <p>A single story is kept off devices in its publish panel.</p>
          <DevicesForm {...(await devices())} />
        </div>
      )}
    </Frame>
  );
}

async function devices(): Promise<{ keep: boolean; version: number }> {
  const { value, version } = await settingToChange(devicesKey);
  return { keep: devicesMayKeep(value), version };
}
