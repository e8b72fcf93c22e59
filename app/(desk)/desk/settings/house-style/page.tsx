import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { HouseStyleForm, SensitiveTopicsForm } from "@/app/(desk)/desk/settings/house-style/form";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { houseStyleChange } from "@/lib/settings/abilities";
import { houseStyleKey, rulesAsText, rulesOf } from "@/lib/settings/house-style";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { sensitiveTopicsKey, topicsAsText, topicsOf } from "@/lib/settings/sensitive-topics";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "House style" };

export default async function HouseStyle() {
  const actor = await staff("/desk/settings/house-style");
  const may = houseStyleChange.check(actor, null);
  const [rules, topics] = may ? await Promise.all([settingToChange(houseStyleKey), settingToChange(sensitiveTopicsKey)]) : [null, null];
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>House style</h1>
        <a className="btn" href="/desk/styleguide">
          Style guide
        </a>
      </header>
      {may && <SettingsTabs current="/desk/settings/house-style" />}
      {rules === null || topics === null ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>Words that this paper prefers. Whoever writes another one sees the better one among the checks of the story; nobody is stopped by it.</p>
          <HouseStyleForm rules={rulesAsText(rulesOf(rules.value))} version={rules.version} />
          <h2>Sensitive topics</h2>
          <p>A story that touches one of these is reminded of the paper’s own policy, among its checks and once for each topic; nobody is stopped by it. With no line here there are no reminders.</p>
          <SensitiveTopicsForm topics={topicsAsText(topicsOf(topics.value))} version={topics.version} />
        </div>
      )}
    </Frame>
  );
}
