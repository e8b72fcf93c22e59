import type { Metadata } from "next";
import { signOut } from "@/app/_desk/actions";
import { BlockEntry } from "@/components/desk/styleguide/block-entry";
import { exampleMaterial } from "@/lib/articles/reads/example-material";
import { blockGuide } from "@/lib/content/blocks/guide";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { BlockName } from "@/lib/content/blocks/registry";
import { fromProcess } from "@/lib/kernel/process-store";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Style guide", robots: { index: false, follow: false } };

const entries = Object.entries(blocks) as [BlockName, (typeof blocks)[BlockName]][];

/** Every block of the registry as readers, feeds and search get it. Made from the registry: what is added there stands here. */
export default async function StyleGuide() {
  await staff("/desk/styleguide");
  const [paper, material] = await Promise.all([thePaper(), exampleMaterial()]);
  return (
    <>
      <nav className="preview-strip" aria-label="Desk">
        <p>
          For the staff of {paper.name} · <a href="/desk">Back to the desk</a>
        </p>
        <form action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </nav>
      <main id="main" className="page guide">
        <h1>Style guide</h1>
        <p>What a story may hold: each block with an example, drawn by the same program that draws it for readers.</p>
        <nav className="guide-contents" aria-label="Blocks">
          <ul>
            {entries.map(([name, { label }]) => (
              <li key={name}>
                <a href={`#guide-${name}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        {entries.map(([name, { label, example }]) => (
          <BlockEntry key={name} name={name} label={label} example={example} guide={blockGuide[name]} origin={fromProcess("env").appUrl} material={material} language="en" timeZone={paper.timeZone} />
        ))}
      </main>
    </>
  );
}
