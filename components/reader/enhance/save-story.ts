import { canonicalAddress } from "@/components/reader/enhance/canonical-address";
import { canKeep } from "@/components/reader/enhance/kept";
import { prepareNotice, tell } from "@/components/reader/enhance/notice";
import { keepStories, savedStories, storyPath } from "@/components/reader/enhance/saved-stories";

/** Puts the story aside on this device, and takes it off again. */
export function defineSaveStory(): void {
  customElements.define(
    "save-story",
    class extends HTMLElement {
      connectedCallback() {
        const button = this.querySelector("button");
        const path = storyPath(canonicalAddress() ?? "", location.origin);
        if (!button || !path || !canKeep()) return;
        const isSaved = () => savedStories().some((story) => story.path === path);
        const show = () => button.setAttribute("aria-pressed", String(isSaved()));
        prepareNotice();
        show();
        this.hidden = false;
        // Another tab, or the way back from the list of what is saved.
        for (const moment of ["storage", "pageshow"]) addEventListener(moment, show);
        button.addEventListener("click", () => {
          const others = savedStories().filter((story) => story.path !== path);
          const headline = document.querySelector("h1")?.textContent?.trim() ?? "";
          const story = { path, headline, language: document.documentElement.lang, at: new Date().toISOString() };
          const saves = !isSaved();
          const done = keepStories(saves ? [story, ...others] : others);
          show();
          if (!done) return;
          const { done: saved = "", undone = "", list = "" } = this.dataset;
          if (saves) tell(`${saved} `, Object.assign(document.createElement("a"), { href: "/saved", textContent: list }));
          else tell(undone);
        });
      }
    },
  );
}
