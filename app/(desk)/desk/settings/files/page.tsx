import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { CrawlersForm, FilesForm } from "@/app/(desk)/desk/settings/files/form";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { filesChange } from "@/lib/settings/abilities";
import { crawlersKey, policyOf } from "@/lib/settings/crawlers";
import { filesOf, paperFilesKey } from "@/lib/settings/paper-files";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Files for machines" };

export default async function Files() {
  const actor = await staff("/desk/settings/files");
  const may = filesChange.check(actor, null);
  const [stored, robots] = may ? await Promise.all([settingToChange(paperFilesKey), settingToChange(crawlersKey)]) : [null, null];
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Files for machines</h1>
      </header>
      {may && <SettingsTabs current="/desk/settings/files" />}
      {!may ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>Small files that other programs look for at the paper’s address. One that is left empty is not there. Lines that begin with # are notes.</p>
          <FilesForm files={filesOf(stored?.value)} version={stored?.version ?? 0} />
          <h2>Robots of language models</h2>
          <p>What is switched off here is said in robots.txt. Honest robots keep to it; nothing can make the others. What you say of training in trust.txt (datatrainingallowed) should say the same.</p>
          <CrawlersForm policy={policyOf(robots?.value)} version={robots?.version ?? 0} />
        </div>
      )}
    </Frame>
  );
}
