import { Thumbnail } from "@/components/desk/compare/changed-block";
import { ChangedText, Deleted, Inserted, type Side } from "@/components/desk/compare/changed-text";
import { bylineRoleNames } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { FieldChange, ListEntry } from "@/lib/comparison/compare-stories";
import { choiceName } from "@/lib/comparison/names";

type Props = { field: FieldChange; side: Side; material: BodyMaterial; sectionName: (id: string) => string | null };

/** What became of one field: its words with what changed in them, or what it was and what it is. */
export function ChangedField({ field, side, material, sectionName }: Props) {
  switch (field.kind) {
    case "text":
      return (
        <p className={field.name === "headline" ? "hd" : undefined}>
          {shownOn(field.text, side) ? <ChangedText text={field.text} side={side} material={material} /> : <span className="quiet">nothing</span>}
        </p>
      );
    case "choice":
      return (
        <p>
          {side !== "after" && <Deleted>{choiceName(field.name, field.before, sectionName)}</Deleted>} {side !== "before" && <Inserted>{choiceName(field.name, field.after, sectionName)}</Inserted>}
        </p>
      );
    case "tags":
      return <Entries entries={field.entries} side={side} said={(tag) => tag} />;
    case "bylines":
      return <Entries entries={field.entries} side={side} said={({ role, name }) => `${bylineRoleNames[role]} ${name}`} />;
    case "picture":
      return (
        <div className="picture-compared">
          <span className="thumbnails">
            {side !== "after" && (field.before ? <Thumbnail attrs={field.before} material={material} wrap={Deleted} /> : side === "before" ? <span className="quiet">no picture</span> : null)}
            {side !== "before" && (field.after ? <Thumbnail attrs={field.after} material={material} wrap={Inserted} /> : side === "after" ? <span className="quiet">no picture</span> : null)}
          </span>
          {side !== "before" && <p className="quiet">{field.isPlacedAnew ? "The same picture, cropped otherwise." : !field.before ? "Put in." : !field.after ? "Taken out." : "Replaced by another one."}</p>}
        </div>
      );
  }
}

const shownOn = (text: Extract<FieldChange, { kind: "text" }>["text"], side: Side) => text.some(({ kind }) => (side === "before" ? kind !== "inserted" : side === "after" ? kind !== "deleted" : true));

function Entries<Item>({ entries, side, said }: { entries: readonly ListEntry<Item>[]; side: Side; said: (item: Item) => string }) {
  const shown = entries.filter(({ kind }) => (side === "before" ? kind !== "inserted" : side === "after" ? kind !== "deleted" : true));
  if (shown.length === 0) return <p className="quiet">none</p>;
  return (
    <ul className="entries-compared">
      {shown.map(({ kind, item }) => (
        <li key={said(item)} dir="auto">
          {kind === "inserted" ? <Inserted>{said(item)}</Inserted> : kind === "deleted" ? <Deleted>{said(item)}</Deleted> : said(item)}
          {kind === "moved" && side !== "before" && <span className="quiet"> (in another place)</span>}
        </li>
      ))}
    </ul>
  );
}
