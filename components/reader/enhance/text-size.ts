import { keep, kept } from "@/components/reader/enhance/kept";

const name = "text-size";

/** How large texts are set: as the reader chose on this device, on every page of the paper. */
export function defineTextSize(): void {
  const root = document.documentElement;
  const chosen = kept(name);
  if (chosen === "large" || chosen === "largest") root.dataset.text = chosen;
  customElements.define(
    "text-size",
    class extends HTMLElement {
      connectedCallback() {
        const buttons = [...this.querySelectorAll("button")];
        const show = () => {
          for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === (root.dataset.text ?? "")));
        };
        for (const button of buttons) {
          button.addEventListener("click", () => {
            if (button.value) root.dataset.text = button.value;
            else delete root.dataset.text;
            keep(name, button.value);
            show();
          });
        }
        show();
        this.hidden = false;
      }
    },
  );
}
