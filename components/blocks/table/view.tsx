import { Inline } from "@/components/blocks/inline";
import type { Findable } from "@/components/blocks/material";
import type { BodyMaterial } from "@/lib/articles/views";
import type { TableNode, TableRowNode } from "@/lib/content/stored/table";
import { textOfInline } from "@/lib/content/blocks/inline";

/** A cell of figures alone stands at the end of its column, so that they can be compared. */
const figures = /^[-−–+]?[\d\s.,'’%٠-٩۰-۹]+$/u;

/** A table that may be scrolled sideways by hand and by keyboard, and says so. */
export function TableView({ node, material, id, anchor }: { node: TableNode; material: BodyMaterial; id: string } & Findable) {
  const [head, ...rows] = node.content;
  if (!head) return null;
  const caption = node.attrs?.caption;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard (WCAG 2.1.1). */}
      <section className="scroll" tabIndex={0} aria-labelledby={caption ? id : undefined} aria-label={caption ? undefined : "Table"} data-block={anchor}>
        <table>
          {caption && <caption id={id}>{caption}</caption>}
          <thead>
            <Row row={head} scope="col" material={material} />
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a published table never move.
              <Row key={index} row={row} scope="row" material={material} />
            ))}
          </tbody>
        </table>
      </section>
      {node.attrs?.note && <p className="tablenote">{node.attrs.note}</p>}
    </>
  );
}

function Row({ row, scope, material }: { row: TableRowNode; scope: "col" | "row"; material: BodyMaterial }) {
  return (
    <tr>
      {row.content.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a published table never move.
        <Cell key={index} cell={cell} scope={scope} material={material} />
      ))}
    </tr>
  );
}

function Cell({ cell, scope, material }: { cell: TableRowNode["content"][number]; scope: "col" | "row"; material: BodyMaterial }) {
  const content = cell.content[0]?.content;
  if (cell.type === "tableHeader") {
    return (
      <th scope={scope}>
        <Inline content={content} material={material} />
      </th>
    );
  }
  return (
    <td className={figures.test(textOfInline(content)) ? "n" : undefined}>
      <Inline content={content} material={material} />
    </td>
  );
}
