import { keep, kept } from "@/components/reader/enhance/kept";

const key = "theme";

/** Light or dark: follows the system until the reader chooses; the choice stays on this device. */
export function defineThemeSwitch(): void {
  const root = document.documentElement;
  const chosen = kept(key);
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  customElements.define(
    "theme-switch",
    class extends HTMLElement {
      connectedCallback() {
        this.hidden = false;
        this.querySelector("button")?.addEventListener("click", () => {
          const now = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
          root.dataset.theme = now === "dark" ? "light" : "dark";
          keep(key, root.dataset.theme);
        });
      }
    },
  );
}
