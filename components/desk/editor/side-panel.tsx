"use client";

import type { Editor } from "@tiptap/core";
import { useId } from "react";
import { goToBlock } from "@/components/desk/editor/blocks/go-to-block";
import { LateBlockSettings } from "@/components/desk/editor/blocks/late-block-settings";
import { Checks } from "@/components/desk/editor/checks/checks-panel";
import type { LinkCheckState } from "@/components/desk/editor/checks/links-checked";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { LatePublishPanel } from "@/components/desk/editor/late-publish-panel";
import { OutlinePanel } from "@/components/desk/editor/outline/outline-panel";
import { tabPanel, Tabs } from "@/components/desk/tabs";
import { StoryPanel } from "@/components/desk/editor/story-panel";
import { useLate } from "@/components/desk/editor/use-late";
import { withLine } from "@/components/desk/editor/with-line";
import type { Check, CheckPlace } from "@/lib/articles/checks";
import type { StoryState } from "@/lib/articles/desk-views";
import type { Repair } from "@/lib/articles/repair";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";

export type Panel = "checks" | "story" | "outline" | "publish" | "notes";

type Props = {
  connection: StoryConnection;
  editor: Editor | null;
  articleId: string;
  state: StoryState;
  /** All that the checks say now, and what was found out of the links to elsewhere. */
  checks: readonly Check[];
  linkCheck: LinkCheckState;
  askLinks: () => Promise<void>;
  surroundings: EditorSurroundings;
  disabled: boolean;
  /** Nothing is written yet, and nobody asked to publish: nothing is complained of. */
  untouched: boolean;
  stops: number;
  panel: Panel;
  /** On small screens: whether it lies over the text. */
  isOpen: boolean;
  open: (panel: Panel) => void;
  close: () => void;
  /** Over nothing: publishing was opened to correct. */
  correcting: number;
  /** How often somebody asked to write a note, and whether it was one that suggests other words. */
  noting: { times: number; suggests: boolean };
  closePublish: () => void;
  closeSettings: () => void;
  refresh: () => Promise<void>;
  jump: (place: CheckPlace) => void;
  repair: (one: Repair) => void;
};

/** Beside the text: the block at the caret, and one of the story's settings, the checks, the outline and publishing. */
export function SidePanel({
  connection,
  editor,
  articleId,
  state,
  checks,
  linkCheck,
  askLinks,
  surroundings,
  disabled,
  untouched,
  stops,
  panel,
  isOpen,
  open,
  close,
  correcting,
  noting,
  closePublish,
  closeSettings,
  refresh,
  jump,
  repair,
}: Props) {
  const id = useId();
  // It asks what other sites say: nothing of it helps without the line.
  const { late: notes } = useLate(withLine.notesPanel, panel === "notes" || state.notes.hasAny || state.proposals.length + state.remarks > 0);
  const { late: links } = useLate(withLine.linkCheck, panel === "checks");
  return (
    <aside className={isOpen ? "panel open" : "panel"} aria-label="Beside the story" onKeyDown={(event) => event.key === "Escape" && isOpen && close()}>
      <div className="tabs">
        <Tabs
          id={id}
          label="Panels"
          tabs={[
            { name: "story", label: "Story", panel: `${id}-story` },
            { name: "checks", label: stops > 0 ? `Checks: ${stops} to do` : "Checks", panel: `${id}-checks` },
            ...(state.copy ? [] : [{ name: "notes" as const, label: state.notes.open > 0 ? `Notes (${state.notes.open})` : "Notes", panel: `${id}-notes` }]),
            { name: "outline", label: "Outline", panel: `${id}-outline` },
          ]}
          shown={panel}
          show={open}
        />
        <button className="close phone" type="button" onClick={() => (panel === "publish" ? closePublish() : close())}>
          Close
        </button>
      </div>
      {editor && !disabled && <LateBlockSettings editor={editor} checks={checks} timeZone={surroundings.timeZone} refresh={() => void refresh()} close={closeSettings} />}
      {/* Hidden, not gone: its fields may hold what is not saved yet. */}
      <div {...tabPanel(id, "story", `${id}-story`)} hidden={panel !== "story"}>
        <StoryPanel
          articleId={articleId}
          connection={connection}
          sections={surroundings.sections}
          series={surroundings.series}
          formats={surroundings.formats}
          timeZone={surroundings.timeZone}
          refresh={refresh}
          knownTags={surroundings.tags}
          state={state}
          disabled={disabled}
          untouched={untouched}
        />
        {typeof notes === "object" && <notes.module.OpenProposals articleId={articleId} proposals={state.proposals} remarks={state.remarks} />}
      </div>
      <div {...tabPanel(id, "checks", `${id}-checks`)} hidden={panel !== "checks"}>
        {panel === "checks" && (
          <section className="pane" aria-label="Checks">
            <Checks checks={checks} jump={jump} repair={repair} under={1} />
            {!state.copy && typeof links === "object" && <links.module.LinkCheck state={linkCheck} ask={askLinks} />}
          </section>
        )}
      </div>
      <div {...tabPanel(id, "notes", `${id}-notes`)} hidden={panel !== "notes"}>
        {editor && typeof notes === "object" && <notes.module.NotesPanel connection={connection} editor={editor} articleId={articleId} timeZone={surroundings.timeZone} me={surroundings.me.id} disabled={disabled} isShown={panel === "notes"} asked={noting} open={() => open("notes")} close={close} jump={jump} />}
        {notes === "lost" && <p role="alert">The notes cannot be reached without the line.</p>}
      </div>
      <div {...tabPanel(id, "outline", `${id}-outline`)} hidden={panel !== "outline"}>
        {panel === "outline" && editor && (
          <section className="pane" aria-label="Outline">
            <OutlinePanel
              editor={editor}
              goTo={(blockId) => {
                close();
                goToBlock(editor, blockId);
              }}
            />
          </section>
        )}
      </div>
      {panel === "publish" && (
        <LatePublishPanel
          connection={connection}
          state={state}
          timeZone={surroundings.timeZone}
          correcting={correcting}
          close={closePublish}
          refresh={refresh}
          jump={jump}
          repair={repair}
        />
      )}
    </aside>
  );
}
