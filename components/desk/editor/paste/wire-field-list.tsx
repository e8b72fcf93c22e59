"use client";

import { useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import type { WireFields } from "@/lib/content/paste/wire-lines";
import { writeText } from "@/lib/content/working-copy-text";

/** Fields of the story that a wire may fill; the others are only told. */
const usable = ["dateline", "slug"] as const;
const told = { credit: "Credit", priority: "Priority", embargo: "Embargo", keywords: "Keywords" } as const;

type Props = { fields: WireFields; connection: StoryConnection };

/** What the wire said about its story: its place and slug can be used, the rest is there to read. */
export function WireFieldList({ fields, connection }: Props) {
  const [used, setUsed] = useState<readonly string[]>([]);
  const names = usable.filter((name) => fields[name]);
  const others = Object.entries(told).flatMap(([name, label]) => {
    const value = fields[name as keyof typeof told];
    return value ? [`${label}: ${Array.isArray(value) ? value.join(", ") : value}`] : [];
  });
  const use = (name: (typeof usable)[number]) => {
    connection.doc.transact(() => writeText(connection.doc.getText(name), fields[name] ?? ""));
    setUsed([...used, name]);
  };
  if (names.length === 0 && others.length === 0) return null;
  return (
    <>
      {others.length > 0 && <p>{others.join(" · ")}</p>}
      {names.length > 0 && (
        <p className="receipt-acts">
          {names.map((name) => (
            <button key={name} className="btn" type="button" disabled={used.includes(name)} onClick={() => use(name)}>
              {used.includes(name) ? `“${fields[name]}” is the ${name} now` : `Use “${fields[name]}” as ${name}`}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
