/* Text that becomes HTML on its way into the one reader. */

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}

const address = /(https?:\/\/[^\s<>"”“’)\]]{1,1500})/;

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

const bullet = /^\s*[•·▪‣◦●–*-]\s+(?=\S)/;
const number = /^\s*\(?(\d{1,4})[.)]\s+(?=\S)/;

/** Lines as paragraphs; neighbouring lines that begin with a bullet or a number as a list. */
export function linesAsHtml(lines: readonly string[]): string {
  let html = "";
  let open: "ul" | "ol" | null = null;
  const end = () => {
    if (open) html += `</${open}>`;
    open = null;
  };
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === "") return;
    const counted = number.exec(line);
    const kind = bullet.test(line) ? "ul" : counted ? "ol" : null;
    // A single line that begins with a dash is speech, and one that begins with a number a date.
    const isItem = kind !== null && (open === kind || kindOf(lines[index + 1]) === kind);
    if (!isItem) {
      end();
      html += `<p>${linkedHtml(text)}</p>`;
      return;
    }
    if (open !== kind) {
      end();
      html += kind === "ol" && counted?.[1] !== "1" ? `<ol start="${counted?.[1]}">` : `<${kind}>`;
      open = kind;
    }
    html += `<li>${linkedHtml(line.replace(kind === "ul" ? bullet : number, "").trim())}</li>`;
  });
  end();
  return html;
}

const kindOf = (line: string | undefined): "ul" | "ol" | null => (line === undefined ? null : bullet.test(line) ? "ul" : number.test(line) ? "ol" : null);
