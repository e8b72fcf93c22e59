import type { Suggestion } from "@/lib/search/suggestions";

/** How the list looks: it stands on no page without this, so that no page carries it. */
const look = `
.find [role="listbox"] { position: absolute; z-index: 5; inset-block-start: calc(100% + 0.3rem); inset-inline: 0; max-block-size: 60vh; overflow-y: auto; background: var(--paper-raised); border: 1px solid var(--edge); border-radius: var(--radius-control); padding: 0.3rem; }
.find [role="option"] { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; min-block-size: 2.75rem; margin: 0; padding: 0.65rem 0.7rem; border-radius: var(--radius-control); font: 500 1rem / 1.35 var(--face-text); cursor: pointer; }
.find [role="option"] span { min-inline-size: 0; overflow-wrap: anywhere; }
.find [role="option"] small { flex: none; font: 400 var(--size-small) / 1.35 var(--face-label); color: var(--text-quiet); }
.find [role="option"]:hover, .find [role="option"][aria-selected="true"] { background: var(--paper-hover); }
.find [role="option"][aria-selected="true"] { outline: 2px solid var(--text); outline-offset: -2px; }
`;

/** Shorter than a pause between words, longer than one between letters. */
const restMs = 120;
let boxes = 0;

/** Offers, under a search box, what to go to at once: a list that arrow keys walk, Enter opens and Escape closes. The form stays a form. */
export function defineSearchSuggestions(): void {
  customElements.define(
    "search-suggestions",
    class extends HTMLElement {
      connectedCallback() {
        const input = this.querySelector("input");
        if (!input) return;
        if (boxes === 0) {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(look);
          document.adoptedStyleSheets.push(sheet);
        }
        const list = document.createElement("ul");
        list.id = `suggestions-${++boxes}`;
        list.hidden = true;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", this.dataset.name ?? "");
        input.form?.append(list);
        const state = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" };
        for (const [name, value] of Object.entries(state)) input.setAttribute(name, value);
        enhance(input, list);
      }
    },
  );
}

function enhance(input: HTMLInputElement, list: HTMLUListElement): void {
  let chosen = -1;
  let rest = 0;
  let asking = new AbortController();

  function choose(index: number): void {
    const options = [...list.children];
    // Past the last one the box itself is next.
    chosen = index < options.length ? index : -1;
    for (const [place, option] of options.entries()) option.setAttribute("aria-selected", String(place === chosen));
    const option = options[chosen];
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  }

  function show(suggestions: readonly Suggestion[]): void {
    list.replaceChildren(...suggestions.map((suggestion, index) => optionOf(suggestion, `${list.id}-${index}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  function close(): void {
    clearTimeout(rest);
    asking.abort();
    show([]);
  }

  async function ask(): Promise<void> {
    asking.abort();
    asking = new AbortController();
    try {
      const response = await fetch(`/search/suggestions?q=${encodeURIComponent(input.value.trim())}`, { signal: asking.signal });
      if (response.ok) show((await response.json()) as Suggestion[]);
    } catch {
      // Offline, or something newer was typed: the form still searches.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(rest);
    if (input.value.trim().length < 2) return close();
    rest = window.setTimeout(ask, restMs);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(event.key === "ArrowDown" ? chosen + 1 : chosen === -1 ? list.children.length - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen > -1) open(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  // Before the box loses its focus and the list goes.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => open((event.target as Element).closest("li")));
  input.addEventListener("blur", close);
}

function open(option: Element | null | undefined): void {
  const path = option?.getAttribute("data-path");
  if (path) location.assign(path);
}

function optionOf({ label, kind, path, lang, dir }: Suggestion, id: string): HTMLElement {
  const option = document.createElement("li");
  option.id = id;
  option.dataset.path = path;
  option.setAttribute("role", "option");
  const name = Object.assign(document.createElement("span"), { textContent: label, lang, dir });
  option.append(name, Object.assign(document.createElement("small"), { textContent: kind }));
  return option;
}
