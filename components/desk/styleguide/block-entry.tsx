import type { BlockSurroundings } from "@/components/blocks/material";
import { BlockView } from "@/components/blocks/views";
import type { BlockGuide } from "@/lib/content/blocks/guide";
import type { Block } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { blockHtml } from "@/lib/feeds/item-html";

type Props = { name: string; label: string; example: Block; guide: BlockGuide; origin: string } & BlockSurroundings;

/** One block of the registry: what it is, how it comes into a story, what holds for it, and its three forms. */
export function BlockEntry({ name, label, example, guide, origin, ...surroundings }: Props) {
  const feed = blockHtml(example, { origin, material: surroundings.material, language: surroundings.language });
  const text = textOfBlock(example);
  return (
    <section className="guide-block" aria-labelledby={`guide-${name}`}>
      <h2 id={`guide-${name}`}>{label}</h2>
      <p className="guide-is">{guide.is}</p>
      <dl className="guide-facts">
        <dt>Insert</dt>
        <dd>{[guide.inserts.length > 0 ? `/ or Insert, then ${guide.inserts.join(", ")}.` : "", guide.otherwise ?? ""].filter(Boolean).join(" ")}</dd>
        <dt>Rules</dt>
        <dd>
          <ul>
            {guide.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className="guide-form">As readers see it</p>
      <div className="guide-sample" data-section="town">
        <div className="prose">{isShown(example, surroundings) ? <BlockView block={example} name={`sample-${name}`} {...surroundings} /> : <p className="guide-nothing">{example.type === "stash" ? "Nothing: readers never get it." : "Nothing yet: the paper has no public story with a picture that could stand here."}</p>}</div>
      </div>
      <p className="guide-form">In feeds</p>
      <Source of={`${label} in feeds`} text={feed} nothing="Nothing: feeds leave it out." />
      <p className="guide-form">As plain text, for search and counts</p>
      <Source of={`${label} as plain text`} text={example.type === "stash" ? "" : text} nothing="Nothing." />
    </section>
  );
}

/** Blocks that refer to what is not there show nothing, as they would in a story. */
function isShown(example: Block, { material }: BlockSurroundings): boolean {
  if (example.type === "stash") return false;
  if (example.type === "figure" || example.type === "gallery") return material.pictures.size > 0;
  return example.type !== "relatedCard" || material.stories.size > 0;
}

function Source({ of, text, nothing }: { of: string; text: string; nothing: string }) {
  if (text === "") return <p className="guide-nothing">{nothing}</p>;
  return (
    // Long lines are scrolled within: by keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section className="guide-source" aria-label={of} tabIndex={0}>
      <pre dir="auto">{text}</pre>
    </section>
  );
}
