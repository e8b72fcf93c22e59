import { viewer } from "@/components/reader/enhance/viewer";

/** "Sign in" becomes the way to one's desk or account. */
export function defineViewerLink(): void {
  customElements.define(
    "viewer-link",
    class extends HTMLElement {
      async connectedCallback() {
        const somebody = await viewer();
        const link = this.querySelector("a");
        if (!somebody || !link) return;
        link.href = somebody.staff ? "/desk" : "/account";
        link.textContent = somebody.staff ? "Desk" : somebody.name;
      }
    },
  );
}
