const paths = {
  stories: "M2.5 3h11M2.5 6.5h11M2.5 10h7M2.5 13.5h7",
  comments: "M2 2.8h12v8.4H7.5L4.4 14v-2.8H2z",
  people: "M6 7.6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.8 13.5c.2-2.4 1.9-4 4.2-4s4 1.6 4.2 4M10.6 2.9a2.4 2.4 0 0 1 0 4.4M12 9.9c1.3.5 2.1 1.8 2.2 3.6",
  sections: "M2.5 2.8h11v3.4h-11zM2.5 8.4h4.8v4.9H2.5zM9.6 8.4h3.9v4.9H9.6z",
  account: "M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zM2.6 14c.3-2.8 2.5-4.4 5.4-4.4s5.1 1.6 5.4 4.4",
  back: "M9.5 3 4.5 8l5 5",
  history: "M2.3 8a5.7 5.7 0 1 0 1.9-4.2L2.3 5.5M2.3 2.2v3.3h3.3M8 4.8V8l2.2 1.5",
  link: "M6.7 9.3 9.3 6.7M7.5 4.6l1.3-1.3a2.7 2.7 0 0 1 3.9 3.9l-1.3 1.3M8.5 11.4l-1.3 1.3a2.7 2.7 0 0 1-3.9-3.9l1.3-1.3",
  subscript: "M2.5 3.5l6 7.5M8.5 3.5l-6 7.5M11 10.6c.2-1.2 2.4-1.2 2.4.2 0 .9-2.4 1.5-2.4 2.9h2.6",
  superscript: "M2.5 5.5l6 7.5M8.5 5.5l-6 7.5M11 3c.2-1.2 2.4-1.2 2.4.2 0 .9-2.4 1.5-2.4 2.9h2.6",
  foreign: "M2 3.8h6.4M5.2 2.2v1.6M7 3.8c-.5 2.6-2.2 4.6-4.6 5.8M3.4 5.8c.8 1.8 2.2 3 4 3.6M8 13.8l3-7.4 3 7.4M9 11.4h4",
  list: "M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01",
  numbers: "M6.5 4H14M6.5 8H14M6.5 12H14M2.2 2.8h1v2.8M2 9.3c.2-.8 1.8-.8 1.7.2 0 .8-1.7 1-1.7 2.2h1.8",
  quote: "M3 11c1.8-.4 2.6-1.6 2.6-3.4V5H2.8v3h2.8M9.8 11c1.8-.4 2.6-1.6 2.6-3.4V5H9.6v3h2.8",
  suggest: "M3 13l.7-2.8 7-7 2.1 2.1-7 7z",
  pull: "M2.5 4h11M4 7h8M4 9.8h5M2.5 13h11",
  break: "M2 8h3M6.5 8h3M11 8h3",
  undo: "M5.5 3 2.5 6l3 3M2.8 6h6.7a4 4 0 0 1 0 8H6",
  redo: "M10.5 3l3 3-3 3M13.2 6H6.5a4 4 0 0 0 0 8H10",
  stop: "M8 1.8 14.5 13.6h-13zM8 6.3v3.4M8 11.7h.01",
  warn: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8v3.8M8 11h.01",
  fine: "M3 8.4 6.4 12 13 4.4",
  up: "M8 13V3.5M4 7.2 8 3l4 4.2",
  down: "M8 3v9.5M4 8.8 8 13l4-4.2",
  remove: "M4 4l8 8M12 4l-8 8",
  add: "M8 3v10M3 8h10",
  grip: "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01",
  paragraph: "M2.5 4h11M2.5 7.3h11M2.5 10.6h11M2.5 13.5h6",
  heading: "M3.5 3v10M12.5 3v10M3.5 8h9",
  library: "M4.5 2.2h9.3v8.3H4.5zM11.5 13.3H2.2V5M4.5 9l2.4-2.3 2 1.9 1.6-1.4 3.3 3",
  picture: "M2 3h12v10H2zM2 11l3.5-3.6 2.8 2.8 2.2-2L14 11.4M10.7 5.9h.01",
  gallery: "M4.5 2.5h9v8h-9zM2.5 5v8.5h8.5M4.5 8.5l2.4-2.2 2 2 1.6-1.4 3 2.6",
  embed: "M2 2.5h12v11H2zM2 6h12M7.5 6v7.5",
  box: "M2.5 3h11v10h-11zM5 6.5h6M5 9.5h4",
  table: "M2 3h12v10H2zM2 6.5h12M2 9.8h12M6 6.5V13M10 6.5V13",
  related: "M2.5 3.5h6v9h-6zM11 5h2.5v7.5H6",
  stash: "M2.5 5.5h11v8h-11zM2.5 5.5l1.6-3h7.8l1.6 3M6 8.5h4",
  gap: "M3 3.5h5M5.5 3.5v9M9.5 3.5v9M13.5 3.5l-3.8 4.3 3.8 4.7",
  document: "M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2M6 8.2h4.2M6 10.8h4.2",
  find: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14",
  duplicate: "M5.5 5.5h8v8h-8zM2.5 10.5v-8h8",
  focus: "M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11M6 8h4",
  look: "M1.5 8S3.9 3.6 8 3.6 14.5 8 14.5 8 12.1 12.4 8 12.4 1.5 8 1.5 8zM8 9.9a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8z",
  beside: "M2 3h12v10H2zM8.5 3v10M10.5 6h1.5M10.5 8.5h1.5",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside its word; never without one, except in the toolbar, where the button carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** Standfirst's own mark. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path fill="currentColor" d="M1 3h18v7H1z" />
      <path fill="currentColor" d="M1 13.5h12v2.5H1z" />
    </svg>
  );
}
