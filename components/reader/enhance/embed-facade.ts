import { keep, kept } from "@/components/reader/enhance/kept";

const key = "embeds";

/** From whom this reader always loads, as she said on this device. */
const allowed = (): Set<string> => new Set(kept(key)?.split("\n"));

function remember(from: string, always: boolean): void {
  const now = allowed();
  if (always) now.add(from);
  else now.delete(from);
  keep(key, [...now].join("\n"));
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Partial<HTMLElementTagNameMap[Name]>): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/** The link to what is embedded becomes a button that loads it here. Before it is pressed nothing of the provider's is asked for. */
export function defineEmbedFacade(): void {
  customElements.define(
    "embed-facade",
    class extends HTMLElement {
      connectedCallback() {
        const link = this.querySelector<HTMLAnchorElement>("a.play");
        const { address = "", from = "", act = "", told = "", always = "" } = this.dataset;
        // A frame of our own pages could speak with this one: there is no such embed.
        if (!link || this.querySelector(".told") || new URL(address).origin === location.origin) return;
        const button = element("button", { type: "button", className: "play", textContent: act });
        button.addEventListener("click", () => this.load(true));
        link.replaceWith(button);
        const box = element("input", { type: "checkbox", checked: allowed().has(from) });
        box.addEventListener("change", () => remember(from, box.checked));
        const label = element("label", {});
        label.append(box, ` ${always}`);
        const line = element("p", { className: "told" });
        link.className = "";
        line.append(element("span", { textContent: told }), link, label);
        this.append(line);
        if (box.checked) this.load(false);
      }

      /** `asked`: the reader pressed the button just now, so that it may begin at once. */
      private load(asked: boolean) {
        const { kind, address = "", onPlay, sandbox = "", allow = "", referrer = "", ratio = "", title = "" } = this.dataset;
        const place = this.querySelector(".frame");
        const loaded = kind === "sound" ? element("audio", { controls: true, preload: "none", autoplay: asked, title }) : element("iframe", { title, allow, loading: "lazy", referrerPolicy: referrer as ReferrerPolicy });
        if (loaded instanceof HTMLIFrameElement) loaded.setAttribute("sandbox", sandbox);
        loaded.style.aspectRatio = ratio;
        loaded.src = asked && onPlay ? `${address}${address.includes("?") ? "&" : "?"}${onPlay}` : address;
        place?.replaceChildren(loaded);
        if (asked) loaded.focus();
      }
    },
  );
}
