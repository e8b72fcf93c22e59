"use client";

import { changeDevicesAction } from "@/app/(desk)/desk/settings/devices/actions";
import { SwitchForm } from "@/components/forms/switch-form";

/** The switch for all stories; off, browsers keep nothing. */
export function DevicesForm({ keep, version }: { keep: boolean; version: number }) {
  return <SwitchForm action={changeDevicesAction} label="Copies on devices" name="keep" on={keep} version={version} says="Keep copies on devices" without="Without it, what is typed while the line is down lies in the open tab alone, and is lost with it." />;
}
