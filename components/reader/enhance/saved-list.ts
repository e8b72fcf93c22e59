import { canKeep } from "@/components/reader/enhance/kept";
import { prepareNotice, tell } from "@/components/reader/enhance/notice";
import { keepStories, type SavedStory, savedStories } from "@/components/reader/enhance/saved-stories";

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Partial<HTMLElementTagNameMap[Name]>, ...inside: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/** Lists what is saved on this device. What is removed leaves a line by which it comes back, until the page is left. */
export function defineSavedList(): void {
  customElements.define(
    "saved-list",
    class extends HTMLElement {
      private readonly list = element("ol", { className: "river" });
      private readonly nothing = element("p", { className: "nothing" });

      connectedCallback() {
        prepareNotice();
        this.list.append(...savedStories().map((story) => this.line(story)));
        this.replaceChildren(this.nothing, this.list);
        this.count();
      }

      private count() {
        const empty = savedStories().length === 0;
        this.nothing.textContent = empty ? ((canKeep() ? this.dataset.nothing : this.dataset.refused) ?? "") : "";
        this.nothing.hidden = !empty;
        this.list.hidden = this.list.children.length === 0;
      }

      private line(story: SavedStory): HTMLLIElement {
        const { headline, language, path, at } = story;
        const link = element("a", { href: location.origin + path, textContent: headline });
        const day = new Intl.DateTimeFormat(this.dataset.locale, { dateStyle: "long" }).format(new Date(at));
        const remove = this.button(this.dataset.remove, headline);
        const line = element("li", {}, element("p", { className: "day" }, element("time", { dateTime: at, textContent: day })), element("div", {}, element("h2", { className: "headline h3", dir: "auto", lang: language }, link), remove));
        remove.addEventListener("click", () => {
          const before = savedStories();
          if (!keepStories(before.filter((other) => other.path !== path))) return;
          const left = this.removed(story, before.findIndex((other) => other.path === path));
          line.replaceWith(left);
          left.querySelector("button")?.focus();
          this.count();
          tell(this.dataset.removed ?? "");
        });
        return line;
      }

      /** In place of a story that was removed: what it was, and the way back. */
      private removed(story: SavedStory, place: number): HTMLLIElement {
        const undo = this.button(this.dataset.undo, story.headline);
        const line = element("li", {}, element("p", { className: "day", textContent: this.dataset.removed ?? "" }), element("div", {}, element("p", { className: "standfirst", dir: "auto", lang: story.language, textContent: story.headline }), undo));
        undo.addEventListener("click", () => {
          const now = savedStories().filter((other) => other.path !== story.path);
          now.splice(Math.max(place, 0), 0, story);
          if (!keepStories(now)) return;
          const back = this.line(story);
          line.replaceWith(back);
          back.querySelector("a")?.focus();
          this.count();
        });
        return line;
      }

      /** A button that says, to those who only hear it, which story it is about. */
      private button(says: string | undefined, headline: string): HTMLButtonElement {
        return element("button", { type: "button", className: "button", textContent: says ?? "", ariaLabel: `${says}: ${headline}` });
      }
    },
  );
}
