"use client";

import { useEffect, useRef } from "react";
import type { LookDraft } from "@/components/desk/branding/draft";
import type { Branding } from "@/lib/settings/branding";
import { brandingCss } from "@/lib/settings/branding-css";
import type { Light } from "@/lib/settings/contrast";

const titles: Record<Light, string> = { light: "On light pages", dark: "On dark pages" };

/** The top of the front and a story under it, as readers would have them, by day and by night. Follows what is typed; without scripts there is one, as it was saved, in whatever light the browser has. */
export function LookFrames({ name, saved, draft }: { name: string; saved: Branding; draft: LookDraft }) {
  return (
    <div className="look-frames">
      {(["light", "dark"] as const).map((light) => (
        <LookFrame key={`${light} ${JSON.stringify(saved)}`} light={light} name={name} saved={saved} draft={draft} />
      ))}
    </div>
  );
}

function LookFrame({ light, name, saved, draft }: { light: Light; name: string; saved: Branding; draft: LookDraft }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const sheet = useRef<CSSStyleSheet | null>(null);

  const show = () => {
    const page = frame.current?.contentDocument;
    const view = frame.current?.contentWindow as (Window & { CSSStyleSheet: typeof CSSStyleSheet }) | null | undefined;
    if (!page?.getElementById("main") || !view) return;
    page.documentElement.dataset.theme = light;
    // To be looked at: nothing in it leads anywhere or can be pressed.
    page.body.inert = true;
    // A sheet of the page's own kind: the page's policy lets no style element in, and asks nothing of what its own document makes.
    if (!sheet.current || !page.adoptedStyleSheets.includes(sheet.current)) {
      sheet.current = new view.CSSStyleSheet();
      page.adoptedStyleSheets = [sheet.current];
    }
    const before = brandingCss(saved);
    for (const own of page.styleSheets) if (before !== "" && own.ownerNode?.textContent === before) own.disabled = true;
    sheet.current.replaceSync(brandingCss({ ...draft.branding, drawingDark: null }));
    nameIn(page, name, light === "dark" ? (draft.drawings.light && (draft.drawings.dark ?? draft.drawings.light)) : draft.drawings.light);
  };

  useEffect(show);

  return (
    <figure className={light === "dark" ? "with-scripts" : undefined}>
      <figcaption>
        <span className="with-scripts">{titles[light]}</span>
        {light === "light" && <span className="without-scripts">As it was saved</span>}
      </figcaption>
      <iframe
        ref={frame}
        src="/desk/settings/branding/preview"
        title={titles[light]}
        // Ours, so that the desk may look into it, as beside a story; without a form, a window or a way to lead the desk elsewhere.
        sandbox="allow-same-origin allow-scripts"
        onLoad={show}
      />
    </figure>
  );
}

/** Puts the name into the page's title as letters, or as the drawing at this address. */
function nameIn(page: Document, name: string, drawing: string | null): void {
  const place = page.querySelector(".masthead .title a");
  const shown = place?.querySelector("img")?.getAttribute("src") ?? null;
  if (!place || (shown === drawing && place.childNodes.length === 1)) return;
  const image = page.createElement("img");
  image.alt = name;
  if (drawing) image.src = drawing;
  place.replaceChildren(drawing ? image : name);
}
