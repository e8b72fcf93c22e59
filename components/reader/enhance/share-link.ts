/** Shares the story by the system's own sheet, or copies its address. */
export function defineShareLink(): void {
  customElements.define(
    "share-link",
    class extends HTMLElement {
      connectedCallback() {
        const link = this.querySelector("a");
        if (!link || (!navigator.share && !navigator.clipboard)) return;
        this.hidden = false;
        link.addEventListener("click", async (event) => {
          event.preventDefault();
          try {
            if (navigator.share) await navigator.share({ title: document.title, url: link.href });
            else await navigator.clipboard.writeText(link.href);
          } catch {
            // The reader closed the sheet; nothing happened and nothing needs saying.
            return;
          }
          if (!navigator.share) link.lastChild?.replaceWith("✓");
        });
      }
    },
  );
}
