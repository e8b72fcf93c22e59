import { canonicalAddress } from "@/components/reader/enhance/canonical-address";

/** Hands the story's address to the system's own sheet, where there is one. */
export function defineShareLink(): void {
  customElements.define(
    "share-link",
    class extends HTMLElement {
      connectedCallback() {
        const url = canonicalAddress();
        if (!url || !navigator.share) return;
        this.hidden = false;
        this.querySelector("button")?.addEventListener("click", () => {
          const title = document.querySelector("h1")?.textContent ?? document.title;
          // The reader closed the sheet; nothing happened and nothing needs saying.
          navigator.share({ title, url }).catch(() => undefined);
        });
      }
    },
  );
}
