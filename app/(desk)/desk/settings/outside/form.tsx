"use client";

import { changeAnnouncingAction, changeOutsideAction } from "@/app/(desk)/desk/settings/outside/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SeenVersion } from "@/components/forms/seen-version";
import { SwitchForm } from "@/components/forms/switch-form";

/** The one switch; off, whoever asks is told so. */
export function OutsideForm({ fetches, version }: { fetches: boolean; version: number }) {
  return <SwitchForm action={changeOutsideAction} label="Outside addresses" name="fetches" on={fetches} version={version} says="Fetch from outside addresses" without="Without it nothing is asked: links are not checked, pictures are uploaded by hand, embeds show their description and a link." />;
}

/** Whom the paper tells by itself of what it publishes: nobody, until it is said here. */
export function AnnouncingForm({ searchEngines, hub, version }: { searchEngines: boolean; hub: string; version: number }) {
  return (
    <ActionForm action={changeAnnouncingAction} className="stack" label="Telling of what is new">
      {({ failure, typed }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          <label className="choice">
            <input key={String(searchEngines)} type="checkbox" name="searchEngines" defaultChecked={failure ? typed.searchEngines === "on" : searchEngines} /> <b>Tell search engines (IndexNow)</b>
            <span>Each time a story or a page comes, changes or goes, api.indexnow.org is told its address, and tells Bing, Yandex and others that take part. Google does not.</span>
          </label>
          <Field id="hub" name="hub" label="Hub (WebSub)" className="input" dir="ltr" inputMode="url" placeholder="https://…" help="Whoever follows a feed through this hub has new stories within seconds. Feeds name it. Empty, there is none." defaultValue={typed.hub ?? hub} error={failure?.fields?.hub} />
          <button className="btn first" type="submit">
            Save whom to tell
          </button>
        </>
      )}
    </ActionForm>
  );
}
