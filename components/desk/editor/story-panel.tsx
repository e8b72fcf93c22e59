"use client";

import { ClaimFields } from "@/components/desk/editor/claim-fields";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { KeepVersion } from "@/components/desk/editor/keep-version";
import { RelatedChoice } from "@/components/desk/editor/related/related-choice";
import { SeriesChoice } from "@/components/desk/editor/series-choice";
import { useShared } from "@/components/desk/editor/shared";
import { Tags } from "@/components/desk/editor/tags";
import { TextLine } from "@/components/desk/editor/text-line";
import { type Language, languageCodes, languages, type StoryFormat } from "@/db/vocabulary";
import type { StoryState } from "@/lib/articles/desk-views";
import { fieldLimits } from "@/lib/content/limits";
import { slugFrom } from "@/lib/kernel/slug";

type Props = {
  articleId: string;
  connection: StoryConnection;
  sections: readonly { id: string; name: string }[];
  series: readonly { id: string; title: string }[];
  formats: readonly { code: StoryFormat; name: string; does: string }[];
  timeZone: string;
  refresh: () => Promise<void>;
  knownTags: readonly string[];
  state: StoryState | null;
  disabled: boolean;
  /** Nothing was written and publishing was not asked for: what is missing is a hint, not a mistake. */
  untouched: boolean;
};

const shorterHeadlines = [
  ["frontHeadline", "Shorter, for fronts"],
  ["searchHeadline", "Shorter, for search"],
  ["socialHeadline", "Shorter, for social cards"],
] as const;

const times = (count: number) => (count === 1 ? "once" : `${count.toLocaleString("en-GB")} times`);

/** Where the story belongs: section, language, tags, slug; and a version of it kept by name. */
export function StoryPanel({ articleId, connection, sections, series, formats, timeZone, refresh, knownTags, state, disabled, untouched }: Props) {
  const settings = connection.doc.getMap<string | null>("settings");
  const section = useShared(settings, () => settings.get("sectionId") ?? "");
  const language = useShared(settings, () => (settings.get("language") ?? "en") as Language);
  const format = useShared(settings, () => settings.get("format") as StoryFormat | undefined) ?? state?.format ?? "news";
  const headline = connection.doc.getText("headline");
  const suggestion = useShared(headline, () => slugFrom(headline.toString()));
  const slug = connection.doc.getText("slug");
  const typedSlug = useShared(slug, () => slug.toString());
  const isStory = state && !state.copy;
  const slugCheck = untouched ? undefined : state?.checks.find((check) => check.id === "slug" && check.level !== "fine");

  return (
    <section className="pane" aria-label="Story">
      <div className="field">
        <label htmlFor="section">Section</label>
        <select id="section" className="input" value={section} disabled={disabled} onChange={(event) => settings.set("sectionId", event.target.value || null)} {...announcing(connection, "section")}>
          <option value="">Choose…</option>
          {sections.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <HereNow connection={connection} field="section" label="Section" />
      </div>
      <div className="field">
        <label htmlFor="format">Format</label>
        <select id="format" className="input" value={format} disabled={disabled} aria-describedby="format-does" onChange={(event) => settings.set("format", event.target.value)} {...announcing(connection, "format")}>
          {formats.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <span className="help" id="format-does">
          {formats.find(({ code }) => code === format)?.does}
        </span>
        <HereNow connection={connection} field="format" label="Format" />
      </div>
      {isStory && <SeriesChoice articleId={articleId} choices={series} state={state} refresh={refresh} />}
      {isStory && <RelatedChoice articleId={articleId} state={state} timeZone={timeZone} refresh={refresh} />}
      {format === "fact_check" && <ClaimFields connection={connection} disabled={disabled} />}
      <div className="field">
        <label htmlFor="language">Language</label>
        <select id="language" className="input" value={language} disabled={disabled} onChange={(event) => settings.set("language", event.target.value)} {...announcing(connection, "language")}>
          {languageCodes.map((code) => (
            <option key={code} value={code}>
              {languages[code].name}
            </option>
          ))}
        </select>
        <span className="help">The direction follows the language.</span>
        <HereNow connection={connection} field="language" label="Language" />
      </div>
      <Tags connection={connection} known={knownTags} disabled={disabled} />
      {shorterHeadlines.map(([name, label]) => (
        <div className="field slug-field" key={name}>
          <span className="lab">{label}</span>
          <TextLine connection={connection} name={name} label={label} limit={fieldLimits[name]} className="plainline" disabled={disabled} placeholder="The headline, when left empty" />
        </div>
      ))}
      <div className="field slug-field">
        <span className="lab">Slug</span>
        <TextLine connection={connection} name="slug" label="Slug" limit={fieldLimits.slug} className="plainline" disabled={disabled} dir="ltr" placeholder={suggestion} invalid={slugCheck?.level === "stop"} describedBy="slug-said" />
        {slugCheck ? (
          <span className="problem" id="slug-said">
            {slugCheck.message}. {slugCheck.hint}
          </span>
        ) : (
          <span className="help" id="slug-said">
            {typedSlug ? "" : "Left empty, it is made from the headline. "}
            {state?.futurePath && (
              <>
                Address: <b dir="ltr">{decodeURIComponent(state.futurePath)}</b>
              </>
            )}
          </span>
        )}
      </div>
      {state && state.reads.ever > 0 && (
        <p className="help">
          Read {times(state.reads.ever)}, {state.reads.day.toLocaleString("en-GB")} of these in the last 24 hours.
        </p>
      )}
      {isStory && !disabled && <KeepVersion articleId={articleId} />}
      {isStory && (
        <a className="btn small" href={`/desk/articles/${articleId}/proposals`}>
          Copies and proposals
        </a>
      )}
    </section>
  );
}
