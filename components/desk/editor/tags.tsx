"use client";

import { useRef, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { useShared } from "@/components/desk/editor/shared";
import { Icon } from "@/components/desk/icon";
import { fieldLimits } from "@/lib/content/limits";
import { savedPart } from "@/lib/content/line-edit";
import { addOnce, distinct, tagMeaning, takeOut } from "@/lib/content/shared-lists";
import { singleLine } from "@/lib/kernel/text";

/** The story's tags: typed or chosen among those that other stories have. */
export function Tags({ connection, known, disabled }: { connection: StoryConnection; known: readonly string[]; disabled: boolean }) {
  const list = connection.doc.getArray<string>("tags");
  const tags = useShared(list, () => distinct(list.toArray(), tagMeaning));
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    const tag = savedPart(singleLine(typed), fieldLimits.tag);
    if (tag && tags.length < fieldLimits.tags) addOnce(list, tag, tagMeaning);
    setTyped("");
  };
  return (
    <div className="field" {...announcing(connection, "tags")}>
      <label htmlFor="tag">Tags</label>
      {tags.length > 0 && (
        <ul className="tag-list">
          {tags.map((tag) => (
            <li key={tag} dir="auto">
              {tag}
              {!disabled && (
                <button className="link" type="button" aria-label={`Remove tag ${tag}`} onClick={() => {
                    takeOut(list, tag, tagMeaning);
                    field.current?.focus();
                  }}>
                  <Icon name="remove" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && (
        <input
          id="tag"
          ref={field}
          className="input"
          list="known-tags"
          value={typed}
          placeholder="Add a tag, then Enter"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
      )}
      <datalist id="known-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <HereNow connection={connection} field="tags" label="Tags" />
    </div>
  );
}
