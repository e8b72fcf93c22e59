import { Extension } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView, NodeView, NodeViewConstructor } from "@tiptap/pm/view";
import type { Size } from "@/components/desk/editor/crop/frame";
import { drawnFrom, partLook } from "@/components/desk/editor/crop/part-look";
import { createSnapshots, standingInWords } from "@/components/desk/editor/embeds/snapshots";
import { correctionKindNames, correctionKinds } from "@/db/vocabulary";
import { blockquote } from "@/lib/content/blocks/blockquote";
import { embedProviderNames, embedProviders } from "@/lib/content/blocks/embed";
import { pullQuote } from "@/lib/content/blocks/pull-quote";
import { sectionBreak } from "@/lib/content/blocks/section-break";
import type { CropBox } from "@/lib/content/stored/figure";
import { factBoxToneNames, factBoxTones } from "@/lib/content/blocks/fact-box";

/*
 * How the editor draws the blocks that are more than running text: plain DOM, since React would draw them anew at every key. What they
 * hold as text is edited in place; what they are (alt text, credit, role) is set beside the story.
 */

/** Leads to where it is said what a block shows. */
type Describe = (blockId: string) => void;

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const label = (text: string) => element("p", { class: "block-label", contenteditable: "false" }, text);

/** A view whose frame is drawn anew from the node, with a place for its content. */
function framed(node: ProseMirrorNode, frame: (node: ProseMirrorNode) => { dom: HTMLElement; contentDOM?: HTMLElement; update?: (node: ProseMirrorNode) => void; destroy?: () => void; stopEvent?: (event: Event) => boolean }): NodeView {
  const drawn = frame(node);
  return {
    ...drawn,
    update(next) {
      if (next.type !== node.type) return false;
      if (!drawn.update) return next.sameMarkup(node);
      drawn.update(next);
      return true;
    },
    ignoreMutation: (mutation) => mutation.type !== "selection" && !drawn.contentDOM?.contains(mutation.target),
  };
}

/** Asks, as long as nobody has said what is shown; a press leads to where it is said. */
function question(describe: Describe) {
  const button = element("button", { type: "button", class: "btn describe", hidden: "", contenteditable: "false" }, "Describe it");
  const ask = (id: string, isMissing: boolean) => {
    button.hidden = !isMissing;
    button.onclick = () => describe(id);
  };
  return { button, ask };
}

const figureView = (node: ProseMirrorNode, describe: Describe) =>
  framed(node, (first) => {
    const { button, ask } = question(describe);
    const picture = element("img", { alt: "", draggable: "true" });
    const state = element("p", { class: "block-label problem", contenteditable: "false" });
    // As readers have them: the caption, and behind it whose the picture is.
    const caption = element("div", { class: "caption-words" });
    const credit = element("p", { class: "block-label", contenteditable: "false" });
    const frame = element("div", { contenteditable: "false", class: "frame" }, picture);
    // A figure with a caption may take no other role: the group that people find it by is around it.
    const dom = element("div", { class: "in-text figure", role: "group" }, element("figure", {}, frame, state, button, element("figcaption", {}, caption, credit)));
    let size: Size | null = null;
    let crop: CropBox | null = null;
    // The part that is shown, at once: its files are made behind it, for readers.
    const show = () => {
      const look = crop && size ? partLook(crop, size) : null;
      frame.classList.toggle("part", look !== null);
      frame.style.aspectRatio = look?.frame.aspectRatio ?? "";
      picture.style.width = look?.image.width ?? "";
      picture.style.transform = look?.image.transform ?? "";
    };
    picture.onload = () => {
      size = { width: picture.naturalWidth, height: picture.naturalHeight };
      show();
    };
    const update = ({ attrs, childCount }: ProseMirrorNode) => {
      crop = attrs.crop;
      const address = drawnFrom(attrs.assetId, crop);
      if (picture.getAttribute("src") !== address) picture.src = address;
      dom.dataset.role = attrs.role;
      dom.setAttribute("aria-label", attrs.decorative ? "A picture that only decorates" : attrs.alt ? `Picture: ${attrs.alt}` : "Picture without alt text");
      caption.dataset.placeholder = childCount === 0 ? "Caption" : "";
      const missing = !attrs.decorative && !attrs.alt;
      state.textContent = missing ? "No alt text yet" : "";
      credit.textContent = attrs.credit ?? "";
      ask(attrs.id, missing);
      show();
    };
    update(first);
    return { dom, contentDOM: caption, update, stopEvent: (event) => event.target === button };
  });

const galleryView = (node: ProseMirrorNode) =>
  framed(node, (first) => {
    const title = label("");
    const content = element("div", { class: "pictures" });
    const dom = element("div", { class: "in-text gallery", role: "group" }, title, content);
    const update = ({ attrs, childCount }: ProseMirrorNode) => {
      title.textContent = `Gallery${attrs.title ? `: ${attrs.title}` : ""}, ${childCount} ${childCount === 1 ? "picture" : "pictures"}`;
      dom.setAttribute("aria-label", title.textContent);
      dom.dataset.layout = attrs.layout;
    };
    update(first);
    return { dom, contentDOM: content, update };
  });

const factBoxView = (node: ProseMirrorNode) =>
  framed(node, (first) => {
    const tone = label("");
    const content = element("div");
    const dom = element("div", { class: "in-text factbox", role: "group" }, tone, content);
    const update = ({ attrs }: ProseMirrorNode) => {
      const known = factBoxTones.find((one) => one === attrs.tone) ?? "fact";
      tone.textContent = `${factBoxToneNames[known]}${attrs.collapsed ? ", closed at first" : ""}`;
      dom.dataset.tone = known;
      dom.setAttribute("aria-label", `Fact box: ${factBoxToneNames[known]}`);
    };
    update(first);
    return { dom, contentDOM: content, update };
  });

const stashView = (node: ProseMirrorNode) =>
  framed(node, () => {
    const content = element("div");
    return { dom: element("div", { class: "in-text stash", "data-stash": "", role: "group", "aria-label": "Stash: never published" }, label("Stash: never published"), content), contentDOM: content, update: () => undefined };
  });

const embedView = (node: ProseMirrorNode, describe: Describe) =>
  framed(node, (first) => {
    const { button, ask } = question(describe);
    const said = element("p", { class: "said" });
    const address = element("p", { class: "faint address" });
    const standing = element("p", { role: "status" });
    const again = element("button", { type: "button", class: "btn", hidden: "" }, "Try again");
    const dom = element("div", { class: "in-text embed", contenteditable: "false", role: "group" }, said, button, address, standing, again);
    let watching: { id: string; stop: () => void } | null = null;
    const watch = (id: string, name: string) => {
      if (watching?.id === id) return;
      watching?.stop();
      const stop = snapshots.watch(id, (now) => {
        standing.textContent = standingInWords(now, name);
        standing.classList.toggle("problem", now.problem !== null || now.snapshot?.state === "failed");
        again.hidden = now.problem === null && (now.snapshot?.state ?? "ready") === "ready";
      });
      again.onclick = () => {
        // The button goes while it is tried.
        dom.closest<HTMLElement>(".ProseMirror")?.focus();
        void snapshots.again(id);
      };
      watching = { id, stop };
    };
    const update = ({ attrs }: ProseMirrorNode) => {
      const provider = embedProviders.find((one) => one === attrs.provider) ?? "youtube";
      said.textContent = attrs.alt || "No description yet";
      said.classList.toggle("problem", !attrs.alt);
      ask(attrs.id, !attrs.alt);
      address.textContent = `${embedProviderNames[provider]} · ${attrs.url}`;
      dom.setAttribute("aria-label", `Embed from ${embedProviderNames[provider]}: ${said.textContent}`);
      watch(attrs.embedId, embedProviderNames[provider]);
    };
    update(first);
    return { dom, update, destroy: () => watching?.stop(), stopEvent: (event) => event.target === again || event.target === button };
  });

const snapshots = createSnapshots();

/** What a story is called, asked for once a page. */
const headlines = new Map<string, Promise<string>>();

function headlineOf(story: string): Promise<string> {
  const known = headlines.get(story);
  if (known) return known;
  const asked = fetch(`/api/v1/articles?story=${encodeURIComponent(story)}`)
    .then(async (response) => ((await response.json()) as { value?: { headline?: string }[] }).value?.[0]?.headline || "A story that is not there")
    .catch(() => {
      // Not reachable now: asked again when it is drawn again.
      headlines.delete(story);
      return "Another story";
    });
  headlines.set(story, asked);
  return asked;
}

const relatedCardView = (node: ProseMirrorNode) =>
  framed(node, (first) => {
    const name = element("b");
    const dom = element("div", { class: "in-text related", contenteditable: "false", role: "group" }, element("span", { class: "faint" }, "Related story"), name);
    const update = ({ attrs }: ProseMirrorNode) => {
      const show = (text: string) => {
        name.textContent = text;
        dom.setAttribute("aria-label", `Related story: ${text}`);
      };
      if (attrs.label) show(attrs.label);
      else headlineOf(attrs.story).then(show);
    };
    update(first);
    return { dom, update };
  });

const correctionNoteView = (node: ProseMirrorNode) =>
  framed(node, ({ attrs }) => {
    const kind = correctionKinds.find((one) => one === attrs.kind) ?? "correction";
    const content = element("p");
    return { dom: element("div", { class: "in-text correction", contenteditable: "false", role: "group", "aria-label": `${correctionKindNames[kind]}: as it is on record` }, label(`${correctionKindNames[kind]}, as it is on record. It can be moved, not changed.`), content), contentDOM: content };
  });

const tableView = (node: ProseMirrorNode) =>
  framed(node, (first) => {
    const caption = element("caption", { contenteditable: "false" });
    const body = element("tbody");
    const dom = element("div", { class: "in-text table", role: "group" }, element("table", {}, caption, body));
    const update = ({ attrs }: ProseMirrorNode) => {
      caption.textContent = attrs.caption || "Table without a caption";
      dom.setAttribute("aria-label", `Table: ${caption.textContent}`);
    };
    update(first);
    return { dom, contentDOM: body, update };
  });

/** Says what it is to the eye and the ear; its words alone are its text, and what is copied. */
function says(dom: HTMLElement, name: string, whose: string | null): void {
  dom.dataset.says = name;
  dom.setAttribute("aria-label", whose ? `${name}: ${whose}` : name);
}

const blockquoteView = (node: ProseMirrorNode) =>
  framed(node, (first) => {
    const dom = element("blockquote", { role: "group" });
    const update = ({ attrs }: ProseMirrorNode) => {
      says(dom, blockquote.label, attrs.source);
      dom.dataset.source = attrs.source ?? "";
    };
    update(first);
    return { dom, contentDOM: dom, update };
  });

const pullQuoteView = (node: ProseMirrorNode) =>
  framed(node, (first) => {
    // What stands aside may be no group: the group is around it.
    const content = element("aside", { class: "pull", role: "presentation" });
    const dom = element("div", { class: "in-text", role: "group" }, content);
    const update = ({ attrs }: ProseMirrorNode) => {
      says(dom, pullQuote.label, attrs.attribution);
      dom.dataset.source = attrs.attribution ?? "";
      content.dataset.role = attrs.role ?? "";
    };
    update(first);
    return { dom, contentDOM: content, update };
  });

const sectionBreakView = (): NodeView => ({ dom: element("hr", { "aria-label": sectionBreak.label, title: sectionBreak.label }) });

const views: Record<string, (node: ProseMirrorNode, describe: Describe) => NodeView> = {
  blockquote: blockquoteView,
  pullQuote: pullQuoteView,
  sectionBreak: sectionBreakView,
  figure: figureView,
  gallery: galleryView,
  factBox: factBoxView,
  stash: stashView,
  embed: embedView,
  relatedCard: relatedCardView,
  correctionNote: correctionNoteView,
  table: tableView,
};

/** Beside words in the same row browsers take a click on an empty caption for one on those: the caret goes where it was pointed at. */
function intoEmptyCaption(view: EditorView, event: MouseEvent): boolean {
  const caption = event.target instanceof Element ? event.target.closest("figcaption")?.querySelector(".caption-words") : null;
  if (caption?.textContent !== "" || event.button !== 0) return false;
  event.preventDefault();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, view.posAtDOM(caption, 0))));
  view.focus();
  return true;
}

/** Gives the editor these views; `describe` leads to the words for a picture or an embed. */
export const blockNodeViews = (describe: Describe) =>
  Extension.create({
    name: "blockNodeViews",
    addProseMirrorPlugins() {
      const nodeViews = Object.fromEntries(Object.entries(views).map(([name, view]): [string, NodeViewConstructor] => [name, (node) => view(node, describe)]));
      return [new Plugin({ props: { nodeViews, handleDOMEvents: { mousedown: intoEmptyCaption } } })];
    },
  });

