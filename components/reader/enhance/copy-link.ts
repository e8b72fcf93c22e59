import { canonicalAddress } from "@/components/reader/enhance/canonical-address";
import { prepareNotice, tell } from "@/components/reader/enhance/notice";

/** Copies the story's address and says so. */
export function defineCopyLink(): void {
  customElements.define(
    "copy-link",
    class extends HTMLElement {
      connectedCallback() {
        const address = canonicalAddress();
        if (!address || !navigator.clipboard) return;
        prepareNotice();
        this.hidden = false;
        this.querySelector("button")?.addEventListener("click", async () => {
          try {
            await navigator.clipboard.writeText(address);
            tell(this.dataset.done ?? "");
          } catch {
            // The browser does not let pages write there: the reader can still take it by hand.
            tell(address);
          }
        });
      }
    },
  );
}
