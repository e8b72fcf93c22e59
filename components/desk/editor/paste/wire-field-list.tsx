"use client";

import { useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import type { WireFields } from "@/lib/content/paste/wire-lines";
import { useShared } from "@/components/desk/editor/shared";
import { suggestedTags } from "@/components/desk/editor/paste/suggested-tags";
import type { Byline } from "@/lib/content/document";
import { fieldLimits } from "@/lib/content/limits";
import { addOnce, bylineMeaning, distinct, tagMeaning } from "@/lib/content/shared-lists";
import { writeText } from "@/lib/content/working-copy-text";

/** Fields of the story that a wire may fill; the others are only told. */
const usable = ["headline", "dateline", "slug"] as const;
const told = { priority: "Priority", embargo: "Embargo" } as const;

type Props = { fields: WireFields; connection: StoryConnection; /** Tags that other stories have: their spelling wins. */ knownTags: readonly string[] };

/** What the wire said about its story: its headline, place, slug, agency and keywords can be used, the rest is there to read and waits in the stash. What was used stays in reach: a button that is switched off under the focus loses it. */
export function WireFieldList({ fields, connection, knownTags }: Props) {
  const [used, setUsed] = useState<readonly string[]>([]);
  const names = usable.filter((name) => fields[name]);
  const others = Object.entries(told).flatMap(([name, label]) => {
    const value = fields[name as keyof typeof told];
    return value ? [`${label}: ${value}`] : [];
  });
  const use = (name: (typeof usable)[number]) => {
    if (used.includes(name)) return;
    connection.doc.transact(() => writeText(connection.doc.getText(name), fields[name] ?? ""));
    setUsed([...used, name]);
  };
  const suggested = suggestedTags(fields.keywords ?? [], knownTags);
  if (names.length === 0 && others.length === 0 && suggested.length === 0 && !fields.credit) return null;
  return (
    <>
      {others.length > 0 && <p>{others.join(" · ")}</p>}
      {names.length > 0 && (
        <p className="receipt-acts">
          {names.map((name) => (
            <button key={name} className="btn" type="button" aria-disabled={used.includes(name)} onClick={() => use(name)}>
              {used.includes(name) ? `“${fields[name]}” is the ${name} now` : `Use “${fields[name]}” as ${name}`}
            </button>
          ))}
        </p>
      )}
      {fields.credit && <AgencyByline agency={fields.credit} connection={connection} />}
      {suggested.length > 0 && <SuggestedTags suggested={suggested} connection={connection} />}
    </>
  );
}

/** Whose copy it is, a press away from signing it. */
function AgencyByline({ agency, connection }: { agency: string; connection: StoryConnection }) {
  const list = connection.doc.getArray<Byline>("bylines");
  const byline: Byline = { role: "by", personId: null, name: agency.slice(0, fieldLimits.name) };
  const bylines = useShared(list, () => distinct(list.toArray(), bylineMeaning));
  const isThere = bylines.some((one) => bylineMeaning(one) === bylineMeaning(byline));
  const isFull = bylines.length >= fieldLimits.bylines;
  return (
    <p className="receipt-acts">
      <button className="btn" type="button" aria-disabled={isThere || isFull} onClick={() => isThere || isFull || addOnce(list, byline, bylineMeaning)}>
        {isThere ? `“${agency}” is a byline now` : `Add “${agency}” as byline`}
      </button>
    </p>
  );
}

/** The wire's keywords as tags, each a press away. */
function SuggestedTags({ suggested, connection }: { suggested: readonly string[]; connection: StoryConnection }) {
  const list = connection.doc.getArray<string>("tags");
  const tags = useShared(list, () => distinct(list.toArray(), tagMeaning));
  const isFull = tags.length >= fieldLimits.tags;
  const present = new Set(tags.map(tagMeaning));
  return (
    <p className="receipt-acts">
      {suggested.map((tag) => {
        const isThere = present.has(tagMeaning(tag));
        return (
          <button key={tag} className="btn" type="button" aria-disabled={isThere || isFull} onClick={() => isThere || isFull || addOnce(list, tag, tagMeaning)}>
            {isThere ? `“${tag}” is a tag now` : `Add tag “${tag}”`}
          </button>
        );
      })}
    </p>
  );
}
