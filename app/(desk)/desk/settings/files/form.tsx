"use client";

import { Fragment } from "react";
import { changeCrawlersAction, changeFilesAction } from "@/app/(desk)/desk/settings/files/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SeenVersion } from "@/components/forms/seen-version";
import { TextArea } from "@/components/forms/text-area";
import { type CrawlerKind, type CrawlersPolicy, crawlerNames, crawlers } from "@/lib/settings/crawlers";
import type { PaperFile, PaperFiles } from "@/lib/settings/paper-files";

const fields: { file: PaperFile; label: string; rows: number; help: string }[] = [
  { file: "security", label: "security.txt", rows: 4, help: "Whom to tell of a security hole. One “Contact: mailto:…” at least; also Policy, Preferred-Languages, Encryption, Acknowledgments, Hiring. Expires is set for you." },
  { file: "ads", label: "ads.txt", rows: 5, help: "Who may sell this paper’s advertising: domain, account, DIRECT or RESELLER, id. Or OWNERDOMAIN=, MANAGERDOMAIN=, CONTACT=, SUBDOMAIN=." },
  { file: "appAds", label: "app-ads.txt", rows: 3, help: "The same for the paper’s apps." },
  { file: "trust", label: "trust.txt", rows: 5, help: "Whom the paper belongs to and what belongs to it: member=, belongto=, control=, controlledby=, social=, vendor=, customer=, disclosure=, contact=, and datatrainingallowed=yes or no." },
  { file: "humans", label: "humans.txt", rows: 3, help: "Who makes this site, in your own words." },
];

/** The files as their lines: what stands here is what machines get. */
export function FilesForm({ files, version }: { files: PaperFiles; version: number }) {
  return (
    <ActionForm action={changeFilesAction} className="stack" label="Files for machines">
      {({ failure, typed }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          {fields.map(({ file, ...words }) => (
            <TextArea key={file} id={file} name={file} {...words} spellCheck={false} dir="ltr" defaultValue={typed[file] ?? files[file]} error={failure?.fields?.[file]} />
          ))}
          <button className="btn first" type="submit">
            Save the files
          </button>
        </>
      )}
    </ActionForm>
  );
}

const kinds: { kind: CrawlerKind; help: string }[] = [
  { kind: "training", help: "Off, robots.txt asks them to stay away from the whole paper." },
  { kind: "answers", help: "They name the paper and link to it. Off, they are asked to stay away too." },
];

/** What robots.txt says to robots of language models. */
export function CrawlersForm({ policy, version }: { policy: CrawlersPolicy; version: number }) {
  return (
    <ActionForm action={changeCrawlersAction} className="stack" label="Robots of language models">
      {({ failure, typed }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          {kinds.map(({ kind, help }) => (
            <Fragment key={kind}>
              <label className="choice">
                <input key={String(policy[kind])} type="checkbox" name={kind} defaultChecked={failure ? typed[kind] === "on" : policy[kind]} aria-describedby={`${kind}-names`} /> <b>{crawlerNames[kind]}</b>
                <span>{help}</span>
              </label>
              <div className="field of-choice">
                <span className="help" id={`${kind}-names`}>
                  {crawlers[kind].join(", ")}
                </span>
              </div>
            </Fragment>
          ))}
          <button className="btn" type="submit">
            Save what robots may do
          </button>
        </>
      )}
    </ActionForm>
  );
}
