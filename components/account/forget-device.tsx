"use client";

import { useEffect } from "react";
import { forgetDevice } from "@/components/desk/editor/device/database-name";

/** Deletes what this browser kept of stories, as soon as somebody has signed out. Shows nothing. */
export function ForgetDevice() {
  useEffect(forgetDevice, []);
  return null;
}
