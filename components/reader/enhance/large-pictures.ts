/** Made when this comes, so that pages whose pictures nobody enlarges carry nothing of it. */
const look = `
.enlarge { display: grid; place-items: center; position: absolute; inset-block-end: .5rem; inset-inline-end: .5rem; inline-size: 2.75rem; block-size: 2.75rem; padding: 0; border: 0; border-radius: var(--radius-control); background: var(--paper); color: var(--text); opacity: .82; cursor: zoom-in; }
.enlarge:hover, .enlarge:focus-visible { opacity: 1; }
.enlarge svg { inline-size: 1.25rem; block-size: 1.25rem; }
.shown:has(> .enlarge) picture { cursor: zoom-in; }
.enlarged { max-inline-size: none; max-block-size: none; inline-size: 100vw; block-size: 100dvh; margin: 0; padding: 0; border: 0; background: var(--paper); color: var(--text); }
.enlarged[open] { display: grid; grid-template-rows: minmax(0, 1fr) auto; }
.enlarged picture { display: contents; }
.enlarged img { inline-size: 100%; block-size: 100%; object-fit: contain; background: none; filter: none; cursor: zoom-out; }
.enlarged figcaption { padding: .7rem var(--margin); font: 400 var(--size-small) / 1.45 var(--face-label); max-block-size: 30dvh; overflow: auto; }
.enlarged button { position: absolute; inset-block-start: .6rem; inset-inline-end: .6rem; min-block-size: 2.75rem; padding: 0 1rem; border: 1px solid var(--edge); border-radius: var(--radius-control); background: var(--paper); color: var(--text); font: 600 var(--size-small) / 1 var(--face-label); }
@media print { .enlarge { display: none; } }
`;

/** What is heard of it: on each picture, and to close it. */
type Words = { open: string; close: string };

/** Lets these pictures be seen as large as the window, whole, with caption and credit: by a button on each, or a click on it. */
export function offerToEnlarge(places: readonly HTMLElement[], words: Words): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  document.adoptedStyleSheets.push(sheet);
  for (const place of places) {
    const picture = place.querySelector("picture");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "enlarge" });
    const alt = picture?.querySelector("img")?.alt;
    button.setAttribute("aria-label", [words.open, alt].filter(Boolean).join(": "));
    button.append(arrows());
    button.addEventListener("click", () => enlarge(places.indexOf(place), places, words));
    picture?.addEventListener("click", () => button.click());
    place.append(button);
  }
}

function enlarge(first: number, all: readonly HTMLElement[], words: Words): void {
  const dialog = Object.assign(document.createElement("dialog"), { className: "enlarged" });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: words.close });
  let now = first;
  const show = (index: number) => {
    const place = all[index];
    const picture = place?.querySelector("picture")?.cloneNode(true);
    if (!place || !(picture instanceof HTMLElement)) return;
    now = index;
    // Enlarged it is whole: the crops were for the page.
    for (const part of picture.querySelectorAll("source[media]")) part.remove();
    for (const sized of picture.querySelectorAll("[sizes]")) sized.setAttribute("sizes", "100vw");
    const image = picture.querySelector("img");
    image?.removeAttribute("loading");
    dialog.setAttribute("aria-label", image?.alt || words.open);
    dialog.replaceChildren(picture, ...[...(place.closest("figure")?.querySelectorAll("figcaption") ?? [])].map((caption) => caption.cloneNode(true)), close);
    close.focus();
  };
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target instanceof HTMLImageElement && dialog.close());
  dialog.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (step) show(now + (getComputedStyle(dialog).direction === "rtl" ? -step : step));
  });
  // The button that opened it, or that of the picture that was last looked at.
  dialog.addEventListener("close", () => {
    dialog.remove();
    all[now]?.querySelector<HTMLElement>(".enlarge")?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  show(first);
}

/** Two arrows away from each other. */
function arrows(): SVGElement {
  const [svg, path] = (["svg", "path"] as const).map((name) => document.createElementNS("http://www.w3.org/2000/svg", name)) as [SVGSVGElement, SVGPathElement];
  for (const [name, value] of Object.entries({ viewBox: "0 0 16 16", fill: "none", stroke: "currentColor", "stroke-width": "1.5", "aria-hidden": "true" })) svg.setAttribute(name, value);
  path.setAttribute("d", "M9.5 2H14v4.5M14 2 9 7M6.5 14H2V9.5M2 14l5-5");
  svg.append(path);
  return svg;
}
