import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { BrandingForm } from "@/app/(desk)/desk/settings/branding/form";
import { IconForm } from "@/app/(desk)/desk/settings/branding/icon-form";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { brandingChange } from "@/lib/settings/abilities";
import { lookToChange } from "@/lib/settings/reads/look-to-change";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/branding/branding.css";

export const metadata: Metadata = { title: "Look" };

export default async function Look() {
  const actor = await staff("/desk/settings/branding");
  const may = brandingChange.check(actor, null);
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Look</h1>
      </header>
      {may && <SettingsTabs current="/desk/settings/branding" />}
      {!may ? <DeniedHere /> : <Change />}
    </Frame>
  );
}

async function Change() {
  const [{ name }, { look, version }] = await Promise.all([thePaper(), lookToChange()]);
  return (
    <div className="sheet-body look-page">
      <p>How the paper looks to its readers. What you leave empty is as the paper comes. Sections have accents of their own, under Sections.</p>
      <BrandingForm name={name} branding={look} version={version} />
      <h2>Icon</h2>
      <IconForm icon={look.icon} />
    </div>
  );
}
