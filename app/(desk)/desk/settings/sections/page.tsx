import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { AddSectionForm, ChangeSectionForm, MoveSectionForm } from "@/app/(desk)/desk/settings/sections/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { topSections } from "@/lib/sections/family";
import { type SectionLine, sectionList } from "@/lib/sections/reads/section-list";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Sections" };

export default async function Sections() {
  const actor = await staff("/desk/settings/sections");
  const sections = await sectionList(actor);
  const beside = (section: SectionLine) => (sections ?? []).filter(({ parentId }) => parentId === section.parentId);
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Sections</h1>
      </header>
      {sections && <SettingsTabs current="/desk/settings/sections" />}
      {!sections ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          {sections.length === 0 ? (
            <div className="empty">
              <h2>No section yet</h2>
              <p>A story is published in a section. Open the first one below.</p>
            </div>
          ) : (
            <ol className="sections-list" aria-label="Sections in their order">
              {sections.map((section) => (
                <li key={section.id} className={section.parentId ? "part" : undefined} data-section={section.accent}>
                  <h2>{section.name}</h2>
                  <p className="quiet">
                    <a href={`/${encodeURIComponent(section.slug)}`}>/{section.slug}</a> · {section.stories === 1 ? "1 story" : `${section.stories} stories`}
                  </p>
                  {section.description && <p>{section.description}</p>}
                  <MoveSectionForm section={section} first={beside(section)[0] === section} last={beside(section).at(-1) === section} />
                  <ChangeSectionForm section={section} tops={topSections(sections)} />
                </li>
              ))}
            </ol>
          )}
          <h2>New section</h2>
          <AddSectionForm tops={topSections(sections)} />
        </div>
      )}
    </Frame>
  );
}
