"use client";

import { useEffect } from "react";
import { forgetDevice } from "@/components/desk/offline/forget";

/** Deletes what this browser kept of stories and of the desk, as soon as somebody has signed out. Shows nothing. */
export function ForgetDevice() {
  useEffect(forgetDevice, []);
  return null;
}
