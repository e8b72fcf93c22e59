"use client";

import dynamic from "next/dynamic";
import type { CopyEditorProps } from "@/components/desk/editor/copy/copy-editor";

/** The editor of a copy lives in the browser alone; until it is there, a sign of life. */
const CopyEditor = dynamic(() => import("@/components/desk/editor/copy/copy-editor").then((module) => module.CopyEditor), {
  ssr: false,
  loading: () => (
    <main className="standalone">
      <p role="status">Opening your copy…</p>
      <noscript>
        <p>The editor needs JavaScript. Proposals can be read and answered without it.</p>
      </noscript>
    </main>
  ),
});

export function CopyLoader(props: CopyEditorProps) {
  return <CopyEditor {...props} />;
}
