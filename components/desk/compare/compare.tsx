import { type ReactNode, Fragment } from "react";
import { ChangedBlock, fateOf } from "@/components/desk/compare/changed-block";
import { ours, type Spoken } from "@/components/desk/compare/changed-text";
import { ChangedField } from "@/components/desk/compare/changed-field";
import { deskTime } from "@/components/desk/editor/times";
import { languages } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { FieldChange, FieldName, StoryComparison } from "@/lib/comparison/compare-stories";
import type { Maker } from "@/lib/comparison/makers";
import { enumerated, fieldNames, placeName } from "@/lib/comparison/names";
import { idOf, type Part } from "@/lib/content/parts";
import { type ComparedPart, isNews } from "@/lib/comparison/parts-compared";
import type { StoryContent } from "@/lib/content/document";

/** How two versions are shown: the later one with what changed in it, or both beside each other. */
export type View = "inline" | "side";

type Props = {
  comparison: StoryComparison;
  contents: { before: StoryContent; after: StoryContent };
  makers: { blocks: ReadonlyMap<string, Maker>; fields: ReadonlyMap<FieldName, Maker> };
  material: BodyMaterial;
  view: View;
  timeZone: string;
  sectionName: (id: string) => string | null;
} & Beside;

/** What stands beside a change: a button that brings its part back from the version of that number, or something else, with more of it below. */
type Beside = { from: number; beside?: never; below?: never } | { from?: never; beside: (change: FieldChange | ComparedPart) => ReactNode; below: (change: FieldChange | ComparedPart) => ReactNode };

/** Read with the story and before its text; all other fields stand behind it. */
const inFront: ReadonlySet<FieldName> = new Set<FieldName>(["kicker", "headline", "standfirst", "lead", "lead.alt", "lead.caption", "lead.credit", "dateline"]);

/** So many unchanged blocks around a change stay in sight; longer stretches fold. */
const context = 1;

/** What became of a story, in the order in which it is read: each change with its place, who made it, and a button that takes it back. */
export function Changes(props: Props) {
  const { comparison, contents } = props;
  const [before, after] = [contents.before.body.content, contents.after.body.content];
  let number = 0;
  const fields = (isFront: boolean) => comparison.fields.filter(({ name }) => inFront.has(name) === isFront).map((field) => <FieldRow key={field.name} {...props} field={field} number={++number} />);
  const front = fields(true);
  const body = stretches(comparison.blocks).map((stretch) => {
    if (stretch.isFolded)
      return (
        <details className="folded-blocks" key={`same ${stretch.blocks[0]?.afterAt}`}>
          <summary>{stretch.blocks.length === 1 ? "One block" : `${stretch.blocks.length} blocks`} unchanged</summary>
          {stretch.blocks.map((block) => (
            <BlockRow key={block.afterAt} {...props} block={block} before={before} after={after} number={null} />
          ))}
        </details>
      );
    return (
      <Fragment key={`some ${stretch.blocks[0]?.beforeAt} ${stretch.blocks[0]?.afterAt}`}>
        {stretch.blocks.map((block) => (
          <BlockRow key={`${block.kind} ${block.beforeAt} ${block.afterAt}`} {...props} block={block} before={before} after={after} number={isNews(block) ? ++number : null} />
        ))}
      </Fragment>
    );
  });
  return (
    <div className={props.view === "side" ? "changes beside" : "changes"}>
      {front}
      {body}
      {fields(false)}
    </div>
  );
}

/** The blocks in stretches: those with news and their nearest neighbours, and between them what is the same. */
function stretches(blocks: readonly ComparedPart[]): { isFolded: boolean; blocks: ComparedPart[] }[] {
  const isNear = (at: number) => blocks.slice(Math.max(0, at - context), at + context + 1).some((block) => isNews(block) || block.kind === "moved_away");
  const result: { isFolded: boolean; blocks: ComparedPart[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    const isFolded = !isNear(at);
    const last = result.at(-1);
    if (last?.isFolded === isFolded) last.blocks.push(block);
    else result.push({ isFolded, blocks: [block] });
  }
  return result;
}

type RowProps = { number: number | null; label: string; notes: readonly string[]; maker: Maker | undefined; /** What can be done with it. */ acts: ReactNode; below?: ReactNode; isQuiet: boolean; timeZone: string; view: View; contents: Props["contents"]; show: (side: "both" | "before" | "after") => ReactNode };

function Row({ number, label, notes, maker, acts, below, isQuiet, timeZone, view, contents, show }: RowProps) {
  const spoken = (side: "before" | "after") => spokenIn(contents[side]);
  const isChange = number !== null;
  const row = (
    <>
      {view === "side" && !isQuiet ? (
        <div className="x sides">
          <div {...spoken("before")} className="was">
            {show("before")}
          </div>
          <div {...spoken("after")}>{show("after")}</div>
          {below}
        </div>
      ) : (
        <div className="x" {...spoken("after")}>
          {show("both")}
          {below}
        </div>
      )}
      <div className="m">
        {isChange && <b>{label}</b>}
        {notes.map((note) => (
          <span key={note} className="fate">
            {note}
          </span>
        ))}
        {isChange && maker && (
          <span>
            {enumerated(maker.people)} {deskTime(maker.at, timeZone)}
          </span>
        )}
        {acts}
      </div>
    </>
  );
  if (!isChange) return <div className={`chg${isQuiet ? " same" : ""}`}>{row}</div>;
  return (
    <article className="chg" id={`change-${number}`} data-change="" tabIndex={-1} aria-label={[`Change ${number}: ${label}`, ...notes].join(". ")}>
      {row}
    </article>
  );
}

const spokenIn = ({ language }: StoryContent): Spoken => ({ lang: language, dir: languages[language].direction });

const backSaid = (part: string, from: number) => (part.startsWith("without:") ? "Take it out again" : `As in version ${from}`);

function BackButton({ part, from, label }: { part: string; from: number; label: string }) {
  return (
    <button className="link" type="submit" name="part" value={part} aria-label={`${backSaid(part, from)}: ${label}`}>
      {backSaid(part, from)}
    </button>
  );
}

function FieldRow({ field, number, ...props }: Props & { field: FieldChange; number: number }) {
  const label = fieldNames[field.name].replace(/^./, (letter) => letter.toUpperCase());
  return <Row {...props} number={number} label={label} notes={[]} maker={props.makers.fields.get(field.name)} acts={props.beside ? props.beside(field) : <BackButton part={`field:${field.name}`} from={props.from} label={label} />} below={props.below?.(field)} isQuiet={false} show={(side) => <ChangedField field={field} side={side} material={props.material} was={spokenIn(props.contents.before)} sectionName={props.sectionName} />} />;
}

function BlockRow({ block, before, after, number, ...props }: Props & { block: ComparedPart; before: readonly Part[]; after: readonly Part[]; number: number | null }) {
  const part = block.after ?? block.before;
  if (!part) return null;
  const name = block.after ? placeName(block.after, after) : placeName(part, before);
  const label = name.replace(/^the (.)|^(.)/, (_, first, only) => (first ?? only).toUpperCase());
  const id = idOf(part);
  const back = number === null ? null : restorable(block, part, id);
  const isTold = number !== null;
  return (
    <Row
      {...props}
      number={number}
      label={label}
      notes={fateOf(block, before, after)}
      maker={number === null || id === null ? undefined : props.makers.blocks.get(id)}
      acts={props.beside ? isTold && props.beside(block) : back && <BackButton part={back} from={props.from} label={label} />}
      below={isTold && props.below?.(block)}
      isQuiet={number === null}
      show={(side) => (block.kind === "moved_away" ? <p className="quiet stood" {...ours}>{label}</p> : <ChangedBlock compared={block} side={side} material={props.material} was={spokenIn(props.contents.before)} spoken={spokenIn(props.contents.after)} />)}
    />
  );
}

/** What a button says to the command; null where nothing can be brought back: a correction stays as it is on record, and what has no name cannot be found again. */
function restorable(block: ComparedPart, part: Part, id: string | null): string | null {
  if (part.type === "correctionNote") return null;
  if (block.beforeAt !== null) return `block:${block.beforeAt}`;
  return id === null ? null : `without:${id}`;
}
