import type { ReactNode } from "react";
import { ChangedText, Deleted, Inserted, ours, sentencesOfMarks, type Side, type Spoken } from "@/components/desk/compare/changed-text";
import type { BodyMaterial } from "@/lib/articles/views";
import { oneOf, partName, placeName } from "@/lib/comparison/names";
import type { Part } from "@/lib/content/parts";
import type { ComparedPart } from "@/lib/comparison/parts-compared";
import { settingSentence } from "@/lib/comparison/sentences";
import { embedProviderNames } from "@/lib/content/blocks/embed";
import { placedPicture } from "@/lib/media/crops";
import { pictureAddress } from "@/lib/media/sizes";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";

type Props = { compared: ComparedPart; side: Side; material: BodyMaterial; /** The languages of the two versions. */ was: Spoken; spoken: Spoken };

/** A block with what changed in it and in all within it, roughly as it looks in the story; its attributes as sentences. */
export function ChangedBlock(props: Props) {
  const { compared, side } = props;
  const part = side === "before" ? compared.before : side === "after" ? compared.after : (compared.after ?? compared.before);
  if (!part || compared.kind === "moved_away") return null;
  return (
    <>
      <Shape {...props} part={part} />
      {side !== "before" && <Sentences compared={compared} />}
    </>
  );
}

function Sentences({ compared }: { compared: ComparedPart }) {
  const sentences = [...compared.settings.map(settingSentence), ...sentencesOfMarks(compared.text)];
  if (sentences.length === 0) return null;
  return (
    <ul className="said-of">
      {sentences.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and they are never reordered in a page.
        <li key={at} {...ours}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** What has no words, put in or taken out as a whole. */
function Whole({ compared, was, children }: { compared: ComparedPart; was: Spoken; children: ReactNode }) {
  return compared.kind === "inserted" ? <Inserted>{children}</Inserted> : compared.kind === "deleted" ? <Deleted was={was}>{children}</Deleted> : children;
}

function Shape({ compared, side, material, was, spoken, part }: Props & { part: Part }) {
  const words = <ChangedText text={compared.text} side={side} material={material} was={was} />;
  const within = compared.within.filter((one) => one.kind !== "moved_away" && (side === "both" || one[side] !== null)).map((one) => <ChangedBlock key={`${one.beforeAt} ${one.afterAt}`} compared={one} side={side} material={material} was={was} spoken={spoken} />);
  switch (part.type) {
    case "paragraph":
    case "correctionNote":
      return <p className={part.type === "paragraph" ? undefined : "correction-compared"}>{words}</p>;
    case "heading":
    case "boxTitle":
      return <p className={`heading-compared level-${part.attrs?.level ?? 4}`}>{words}</p>;
    case "pullQuote":
      return (
        <blockquote className="pull-compared">
          <p>{words}</p>
          {typeof part.attrs?.attribution === "string" && part.attrs.attribution && <p className="quiet">{part.attrs.attribution}</p>}
        </blockquote>
      );
    case "bulletList":
      return <ul className="list-compared">{within}</ul>;
    case "orderedList":
      return (
        <ol className="list-compared" start={typeof part.attrs?.start === "number" ? part.attrs.start : undefined}>
          {within}
        </ol>
      );
    case "listItem":
      return <li>{within}</li>;
    case "blockquote":
      return <blockquote className="quote-compared">{within}</blockquote>;
    case "table":
      return (
        <div className="wide-compared">
          <table className="table-compared">
            {typeof part.attrs?.caption === "string" && part.attrs.caption && <caption>{part.attrs.caption}</caption>}
            <tbody>{within}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr>{within}</tr>;
    case "tableHeader":
      return <th>{within}</th>;
    case "tableCell":
      return <td>{within}</td>;
    case "figure":
      return (
        <figure className="picture-compared">
          <Thumbnails compared={compared} side={side} material={material} />
          {compared.kind !== "changed" && <p className="quiet" {...ours}>{part.attrs?.decorative ? "Only decorates" : typeof part.attrs?.alt === "string" && part.attrs.alt ? <>Alt text: <bdi {...(side === "before" || compared.kind === "deleted" ? was : spoken)}>{part.attrs.alt}</bdi></> : "No alt text"}</p>}
          {compared.text.length > 0 && <figcaption>{words}</figcaption>}
        </figure>
      );
    case "gallery":
      return <div className="gallery-compared">{within}</div>;
    case "factBox":
    case "stash":
      return <div className="box-compared">{within}</div>;
    default:
      return (
        <p {...(part.type === "sectionBreak" ? {} : ours)}>
          <Whole compared={compared} was={was}>{atomSaid(part, material)}</Whole>
        </p>
      );
  }
}

function atomSaid({ type, attrs = {} }: Part, material: BodyMaterial): string {
  if (type === "embed") return `Embed from ${embedProviderNames[attrs.provider as keyof typeof embedProviderNames] ?? "elsewhere"}: ${material.embeds.get(String(attrs.embedId))?.title || attrs.url}`;
  if (type === "relatedCard") return `Related story: ${attrs.label || material.stories.get(String(attrs.story))?.headline || "one that is not public"}`;
  return type === "sectionBreak" ? "* * *" : partName(type)[0];
}

/** The picture before and after where it was replaced or is shown otherwise; else once. */
function Thumbnails({ compared: { kind, before, after, settings }, side, material }: Pick<Props, "compared" | "side" | "material">) {
  const isPlacedAnew = kind === "changed" && settings.some(({ name }) => name === "assetId" || name === "crop" || name === "focal");
  return (
    <span className="thumbnails">
      {before && side !== "after" && (kind === "deleted" || isPlacedAnew || side === "before") && <Thumbnail attrs={before.attrs} material={material} wrap={kind === "deleted" || isPlacedAnew ? Deleted : null} />}
      {after && side !== "before" && <Thumbnail attrs={after.attrs} material={material} wrap={kind === "inserted" || isPlacedAnew ? Inserted : null} />}
    </span>
  );
}

export function Thumbnail({ attrs = {}, material, wrap: Wrap }: { attrs: Part["attrs"]; material: BodyMaterial; wrap: typeof Inserted | null }) {
  const picture = material.pictures.get(String(attrs.assetId));
  const shown = picture && placedPicture(picture, { crop: attrs.crop as CropBox | null, focal: attrs.focal as FocalPoint | null });
  const image = shown ? <img src={pictureAddress(shown.id, 480, "webp", shown.crop)} alt={typeof attrs.alt === "string" && attrs.alt ? attrs.alt : "picture"} width={shown.width} height={shown.height} loading="lazy" /> : <span {...ours}>a picture that is gone</span>;
  return Wrap ? <Wrap>{image}</Wrap> : image;
}

/** What happened to a block as a whole, in a word or two; null where only something in it changed. */
export function fateOf(compared: ComparedPart, before: readonly Part[], after: readonly Part[]): string[] {
  const { kind, isMoved } = compared;
  const standsBehind = (at: number | null, parts: readonly Part[]) => {
    const neighbour = at === null ? undefined : parts[at - 1];
    return neighbour ? `after ${placeName(neighbour, parts)}` : "at the very front";
  };
  const turned = compared.before && compared.after && partName(compared.before.type)[0] !== partName(compared.after.type)[0] ? [`Was ${oneOf(partName(compared.before.type)[0])}`] : [];
  return [...(kind === "inserted" ? ["Added"] : kind === "deleted" ? ["Taken out"] : []), ...(isMoved && kind !== "moved_away" ? [`Moved here from ${standsBehind(compared.beforeAt, before)}`] : []), ...(kind === "moved_away" ? [`Stood here; now ${standsBehind(compared.afterAt, after)}`] : []), ...turned];
}
