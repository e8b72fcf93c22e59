/** Moves the form of a story under the comment that is answered, and back. */
export class ReplyPlace {
  private readonly home = document.createComment("");
  private readonly parent = Object.assign(document.createElement("input"), { type: "hidden", name: "parentId" });
  private link: HTMLAnchorElement | null = null;

  constructor(
    private readonly box: HTMLElement,
    private readonly form: HTMLFormElement,
  ) {}

  /** Puts the form under the comment of this link, says whom it answers, and leaves the cursor in the text. */
  take(link: HTMLAnchorElement): void {
    const acts = link.closest(".acts");
    if (!acts) return;
    if (!this.home.isConnected) this.box.before(this.home);
    this.form.querySelector(".replying")?.remove();
    this.link = link;
    this.parent.value = new URL(link.href).searchParams.get("parent") ?? "";
    acts.after(this.box);
    this.form.prepend(this.line(link.closest("article")?.querySelector("header > :first-child")?.textContent ?? ""), this.parent);
    this.form.querySelector("textarea")?.focus();
  }

  /** Puts the form back above all comments, with what was typed, and the cursor where it came from. */
  private putBack(): void {
    this.home.replaceWith(this.box);
    this.form.querySelector(".replying")?.remove();
    this.parent.remove();
    this.link?.focus();
  }

  private line(name: string): HTMLElement {
    const [before = "", after = ""] = (this.box.dataset.replying ?? "").split("…");
    const line = Object.assign(document.createElement("p"), { className: "as replying acts" });
    const cancel = Object.assign(document.createElement("button"), { type: "button", textContent: this.box.dataset.cancel ?? "" });
    cancel.addEventListener("click", () => this.putBack());
    const whom = document.createElement("span");
    whom.append(before, Object.assign(document.createElement("bdi"), { textContent: name }), after);
    line.append(whom, cancel);
    return line;
  }
}
