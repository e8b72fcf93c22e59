"use client";

import { useState } from "react";
import type { Colleague, StoryConnection } from "@/components/desk/editor/connection";
import { useShared } from "@/components/desk/editor/shared";
import { TextLine } from "@/components/desk/editor/text-line";
import { Icon } from "@/components/desk/icon";
import { type Language, languageCodes, languages } from "@/db/vocabulary";
import type { StoryState } from "@/lib/articles/desk-views";
import { fieldLimits } from "@/lib/content/document";
import { slugFrom } from "@/lib/kernel/slug";

type Props = {
  connection: StoryConnection;
  sections: readonly { id: string; name: string }[];
  knownTags: readonly string[];
  state: StoryState | null;
  disabled: boolean;
  colleagues: readonly Colleague[];
};

/** Where the story belongs: section, language, tags, slug. */
export function StoryPanel({ connection, sections, knownTags, state, disabled, colleagues }: Props) {
  const settings = connection.doc.getMap<string | null>("settings");
  const section = useShared(settings, () => settings.get("sectionId") ?? "");
  const language = useShared(settings, () => (settings.get("language") ?? "en") as Language);
  const headline = connection.doc.getText("headline");
  const suggestion = useShared(headline, () => slugFrom(headline.toString()));
  const slug = connection.doc.getText("slug");
  const typedSlug = useShared(slug, () => slug.toString());
  const slugCheck = state?.checks.find((check) => check.id === "slug" && check.level !== "fine");

  return (
    <section className="pane" aria-label="Story">
      <div className="field">
        <label htmlFor="section">Section</label>
        <select id="section" className="input" value={section} disabled={disabled} onChange={(event) => settings.set("sectionId", event.target.value || null)} onFocus={() => connection.enter("section")} onBlur={() => connection.enter(null)}>
          <option value="">Choose…</option>
          {sections.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="language">Language</label>
        <select id="language" className="input" value={language} disabled={disabled} onChange={(event) => settings.set("language", event.target.value)}>
          {languageCodes.map((code) => (
            <option key={code} value={code}>
              {languages[code].name}
            </option>
          ))}
        </select>
        <span className="help">The direction follows the language.</span>
      </div>
      <Tags connection={connection} known={knownTags} disabled={disabled} />
      <div className="field slug-field">
        <span className="lab">Slug</span>
        <TextLine connection={connection} name="slug" label="Slug" limit={fieldLimits.slug} className="plainline" disabled={disabled} colleagues={colleagues} dir="ltr" placeholder={suggestion} />
        {slugCheck ? (
          <span className="problem">
            {slugCheck.message}. {slugCheck.hint}
          </span>
        ) : (
          <span className="help">
            {typedSlug ? "" : "Left empty, it is made from the headline. "}
            {state?.futurePath && (
              <>
                Address: <b dir="ltr">{decodeURIComponent(state.futurePath)}</b>
              </>
            )}
          </span>
        )}
      </div>
    </section>
  );
}

function Tags({ connection, known, disabled }: { connection: StoryConnection; known: readonly string[]; disabled: boolean }) {
  const list = connection.doc.getArray<string>("tags");
  const tags = useShared(list, () => list.toArray());
  const [typed, setTyped] = useState("");
  const add = () => {
    const tag = typed.trim().slice(0, fieldLimits.tag);
    if (tag && !tags.some((one) => one.toLowerCase() === tag.toLowerCase()) && tags.length < fieldLimits.tags) list.push([tag]);
    setTyped("");
  };
  return (
    <div className="field">
      <label htmlFor="tag">Tags</label>
      {tags.length > 0 && (
        <ul className="tag-list">
          {tags.map((tag, index) => (
            <li key={tag} dir="auto">
              {tag}
              {!disabled && (
                <button className="link" type="button" aria-label={`Remove tag ${tag}`} onClick={() => list.delete(index, 1)}>
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
    </div>
  );
}
