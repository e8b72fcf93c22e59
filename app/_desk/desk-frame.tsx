import type { ReactNode } from "react";
import { signOut } from "@/app/_desk/actions";
import { DeskFrame, type Place } from "@/components/desk/frame";
import { OfflineAtDesk } from "@/components/desk/offline/at-desk";
import type { PersonActor } from "@/lib/core/actor";
import { asCounted, waitingComments } from "@/lib/moderation/reads/queue";
import { may } from "@/lib/policy/ability";
import { sectionManage } from "@/lib/sections/abilities";
import { devicesKey, devicesMayKeep } from "@/lib/settings/devices";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { thePaper } from "@/lib/web/reading";

/** The desk's frame with the places this person may enter. */
export async function Frame({ actor, current, children }: { actor: PersonActor; current: Place; children: ReactNode }) {
  const [paper, devices] = await Promise.all([thePaper(), settingToChange(devicesKey)]);
  const places: { place: Place; count?: number | string }[] = [];
  if (may(actor, "article.create")) places.push({ place: "stories" });
  if (may(actor, "comment.moderate")) places.push({ place: "comments", count: asCounted(await waitingComments()) });
  if (may(actor, "people.manage")) places.push({ place: "people" });
  if (sectionManage.check(actor, null)) places.push({ place: "settings" });
  places.push({ place: "account" });
  return (
    <DeskFrame paperName={paper.name} me={actor.name} places={places} current={current} hasGuide={may(actor, "desk.enter")} signOut={signOut}>
      <OfflineAtDesk person={actor.personId} mayKeep={devicesMayKeep(devices.value) && may(actor, "article.create")} />
      {children}
    </DeskFrame>
  );
}
