const signs = ["pointermove", "touchstart", "keydown", "scroll"] as const;

/** Lets a story's pictures be enlarged. What does it is fetched when a reader first moves: a page that is only loaded carries nothing of it. */
export function defineEnlargePictures(): void {
  customElements.define(
    "enlarge-pictures",
    class extends HTMLElement {
      connectedCallback() {
        const places = [...document.querySelectorAll<HTMLElement>(".lead-picture .shown, .prose figure .shown")];
        if (places.length === 0 || typeof HTMLDialogElement !== "function") return;
        const begin = async () => {
          for (const sign of signs) removeEventListener(sign, begin);
          const { offerToEnlarge } = (await import(laterScripts.pictures)) as typeof import("@/components/reader/enhance/large-pictures");
          offerToEnlarge(places, { open: this.dataset.open ?? "", close: this.dataset.close ?? "" });
        };
        for (const sign of signs) addEventListener(sign, begin, { passive: true });
      }
    },
  );
}
