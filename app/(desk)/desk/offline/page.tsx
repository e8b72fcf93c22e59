import type { Metadata } from "next";
import { OfflinePage } from "@/components/desk/offline/offline-page";
import "@/components/desk/editor/editor.css";

export const metadata: Metadata = { title: "Not reached" };

/** Kept by the desk's worker in every browser of the desk: nothing in it may come from a session, or from any person. */
export default function Offline() {
  return <OfflinePage />;
}
