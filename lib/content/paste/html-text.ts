/* Text that becomes HTML on its way into the one reader. */

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}

const address = /(https?:\/\/(?:[^\s<>"”“’()\]]|\([^\s<>()]{0,200}\)){1,1500})/;

/** Text with its bare addresses as links. */
export function linkedHtml(text: string): string {
  return text
    .split(address)
    .map((part, index) => {
      if (index % 2 === 0) return escapeHtml(part);
      const bare = part.replace(/[.,;:!?…'*_]+$/, "");
      return `<a href="${escapeHtml(bare)}">${escapeHtml(bare)}</a>${escapeHtml(part.slice(bare.length))}`;
    })
    .join("");
}

const bullet = /^(\s*)[•·▪‣◦●○■–*-]\s+(?=\S)/;
const number = /^(\s*)\(?(\d{1,4})[.)]\s+(?=\S)/;
const letter = /^(\s+)\(?([a-z]|[ivx]{2,5})[.)]\s+(?=\S)/;

type Item = { tag: "ul" | "ol"; indent: number; start: string; text: string };

/** Lines as paragraphs; neighbouring lines that begin with a bullet or a number as a list, nested by how far they are moved in. */
export function linesAsHtml(lines: readonly string[]): string {
  let html = "";
  const open: Item[] = [];
  const close = () => {
    html += `</li></${open.pop()?.tag}>`;
  };
  lines.forEach((line, index) => {
    if (line.trim() === "") return;
    const item = itemIn(line, open.length > 0);
    const next = itemIn(lines[index + 1] ?? "", item !== null);
    const goesOn = item !== null && open.some((one) => one.tag === item.tag || item.indent > one.indent);
    // A single line that begins with a dash is speech, and one that begins with a number a date.
    const begins = item !== null && next !== null && (next.tag === item.tag || next.indent > item.indent);
    if (!item || !(goesOn || begins)) {
      while (open.length > 0) close();
      html += `<p>${linkedHtml(line.trim())}</p>`;
      return;
    }
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) > item.indent) close();
    const here = open.at(-1);
    if (here && here.indent === item.indent && here.tag !== item.tag) close();
    if (here && here.indent === item.indent && here.tag === item.tag) html += "</li><li>";
    else {
      html += item.start !== "1" ? `<ol start="${item.start}"><li>` : `<${item.tag}><li>`;
      open.push(item);
    }
    html += linkedHtml(item.text);
  });
  while (open.length > 0) close();
  return html;
}

/** Letters count only within a list: a line of text may well begin with "a)". */
function itemIn(line: string, inList: boolean): Item | null {
  const found = bullet.exec(line) ?? number.exec(line) ?? (inList ? letter.exec(line) : null);
  if (!found) return null;
  const counted = found[2] ?? null;
  return { tag: counted === null ? "ul" : "ol", indent: (found[1] ?? "").replace(/\t/g, "    ").length, start: counted !== null && /^\d+$/.test(counted) ? counted : "1", text: line.slice(found[0].length).trim() };
}
