import type { ReactNode } from "react";
import { Thumbnail } from "@/components/desk/compare/changed-block";
import { ChangedText, Deleted, Inserted, ours, type Side, type Spoken } from "@/components/desk/compare/changed-text";
import { bylineRoleNames } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { FieldChange, ListEntry } from "@/lib/comparison/compare-stories";
import { choiceName } from "@/lib/comparison/names";
import type { Byline } from "@/lib/content/document";

type Props = { field: FieldChange; side: Side; material: BodyMaterial; /** The language of the earlier version. */ was: Spoken; sectionName: (id: string) => string | null };

/** What became of one field: its words with what changed in them, or what it was and what it is. */
export function ChangedField({ field, side, material, was, sectionName }: Props) {
  switch (field.kind) {
    case "text":
      return (
        <p className={field.name === "headline" ? "hd" : undefined}>
          {shownOn(field.text, side) ? <ChangedText text={field.text} side={side} material={material} was={was} /> : <span className="quiet" {...ours}>nothing</span>}
        </p>
      );
    case "choice":
      return (
        <p {...ours}>
          {side !== "after" && <Deleted>{choiceName(field.name, field.before, sectionName)}</Deleted>} {side !== "before" && <Inserted>{choiceName(field.name, field.after, sectionName)}</Inserted>}
        </p>
      );
    case "tags":
      return <Entries entries={field.entries} side={side} was={was} said={({ item }) => item} />;
    case "bylines":
      return <Entries entries={field.entries} side={side} was={was} said={(entry) => <BylineSaid entry={entry} all={field.entries} />} />;
    case "picture":
      return (
        <div className="picture-compared">
          <span className="thumbnails">
            {side !== "after" && (field.before ? <Thumbnail attrs={field.before} material={material} wrap={Deleted} /> : side === "before" ? <span className="quiet" {...ours}>no picture</span> : null)}
            {side !== "before" && (field.after ? <Thumbnail attrs={field.after} material={material} wrap={Inserted} /> : side === "after" ? <span className="quiet" {...ours}>no picture</span> : null)}
          </span>
          {side !== "before" && <p className="quiet" {...ours}>{field.isPlacedAnew ? "The same picture, cropped otherwise." : !field.before ? "Put in." : !field.after ? "Taken out." : "Replaced by another one."}</p>}
        </div>
      );
  }
}

const shownOn = (text: Extract<FieldChange, { kind: "text" }>["text"], side: Side) => text.some(({ kind }) => (side === "before" ? kind !== "inserted" : side === "after" ? kind !== "deleted" : true));

function Entries<Item>({ entries, side, was, said }: { entries: readonly ListEntry<Item>[]; side: Side; was: Spoken; said: (entry: ListEntry<Item>) => ReactNode }) {
  const shown = entries.filter(({ kind }) => (side === "before" ? kind !== "inserted" : side === "after" ? kind !== "deleted" : true));
  if (shown.length === 0) return <p className="quiet" {...ours}>none</p>;
  return (
    <ul className="entries-compared">
      {shown.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and they are never reordered in a page.
        <li key={at} dir="auto">
          {entry.kind === "inserted" ? <Inserted>{said(entry)}</Inserted> : entry.kind === "deleted" ? <Deleted was={was}>{said(entry)}</Deleted> : said(entry)}
          {entry.kind === "moved" && side !== "before" && <span className="quiet" {...ours}> (in another place)</span>}
        </li>
      ))}
    </ul>
  );
}

/** A byline; where nothing but the person behind the name is another, that. */
function BylineSaid({ entry: { kind, item }, all }: { entry: ListEntry<Byline>; all: readonly ListEntry<Byline>[] }) {
  const before = kind === "inserted" ? all.find((other) => other.kind === "deleted" && other.item.role === item.role && other.item.name === item.name) : undefined;
  const link = !before ? null : item.personId === null ? "no longer linked to a person" : before.item.personId === null ? "now linked to a person" : "now linked to another person";
  return (
    <>
      <span {...ours}>{bylineRoleNames[item.role]}</span> {item.name}
      {link && <span {...ours}> ({link})</span>}
    </>
  );
}
