import { viewer } from "@/components/reader/enhance/viewer";

type Answer = { value?: { key: string; says: { title: string; text: string } }; failure?: { message: string; fields?: Record<string, string> } };

/** Posts a comment without leaving the story: the token is fetched at the first key, the answer is said where the form stands. */
export function defineCommentForm(): void {
  customElements.define("comment-form", CommentForm);
}

class CommentForm extends HTMLElement {
  private token: Promise<string> | null = null;
  private busy = false;

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    const draft = `draft:${this.field("articleId")?.value}`;
    const text = this.field("comment");
    if (text && !text.value) text.value = localStorage.getItem(draft) ?? "";
    form.addEventListener("focusin", () => this.fetchToken(), { once: true });
    text?.addEventListener("input", () => localStorage.setItem(draft, text.value));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(form, draft).catch(() => this.say("bad", "We could not reach the paper. Your comment is kept on this device; please try again."));
    });
    viewer().then((somebody) => {
      const guest = this.querySelector(".guest");
      if (!somebody || !guest) return;
      const line = document.createElement("p");
      line.className = "as";
      line.append("Commenting as ", Object.assign(document.createElement("b"), { textContent: somebody.name }));
      guest.replaceWith(line);
    });
  }

  private field(name: string) {
    return this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
  }

  private fetchToken(): Promise<string> {
    this.token ??= fetch(`/api/comments/token?article=${this.field("articleId")?.value}`)
      .then((response) => response.json())
      .then((answer: { value?: { token: string } }) => answer.value?.token ?? "");
    return this.token;
  }

  private async send(form: HTMLFormElement, draft: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const value = (name: string) => this.field(name)?.value ?? "";
      const body = { articleId: value("articleId"), parentId: value("parentId") || null, name: value("name"), email: value("email"), comment: value("comment"), token: await this.fetchToken(), website: value("website") };
      const response = await fetch("/api/v1/comments", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const answer = (await response.json()) as Answer;
      if (answer.value) {
        localStorage.removeItem(draft);
        const link = Object.assign(document.createElement("a"), { href: `/comments/${answer.value.key}`, textContent: "Its own page" });
        const place = this.say("good", `${answer.value.says.title}. ${answer.value.says.text} `, link);
        form.remove();
        place.focus();
      } else {
        this.token = null;
        const fields = answer.failure?.fields ?? {};
        this.say("bad", [answer.failure?.message, ...Object.values(fields).filter((sentence) => !answer.failure?.message.includes(sentence))].join(" "));
        for (const name of ["name", "email", "comment"]) this.field(name)?.toggleAttribute("aria-invalid", name in fields);
      }
    } finally {
      this.busy = false;
    }
  }

  /** Says something in one live place; errors stay until the next try. */
  private say(kind: "good" | "bad", text: string, more?: Node): HTMLElement {
    let place = this.querySelector<HTMLElement>(".say");
    if (!place) {
      place = document.createElement("div");
      place.tabIndex = -1;
      this.append(place);
    }
    place.className = `say ${kind}`;
    place.setAttribute("role", kind === "bad" ? "alert" : "status");
    place.replaceChildren(text, ...(more ? [more] : []));
    return place;
  }
}
