import type { ScriptWords } from "@/components/reader/comments/words/words";
import { countNearLimit } from "@/components/reader/enhance/count-near-limit";
import { FormToken, Refused } from "@/components/reader/enhance/form-token";
import { showInDiscussion } from "@/components/reader/enhance/fresh-discussion";
import { forget, keep, kept } from "@/components/reader/enhance/kept";
import { forgetKey, keepKey, keptKeys, type OwnComment, ownComment } from "@/components/reader/enhance/own-comments";
import { ReplyPlace } from "@/components/reader/enhance/reply-place";
import { viewer } from "@/components/reader/enhance/viewer";

type Failure = { reason: string; message: string; fields?: Record<string, string>; retryAfter?: number };
type Answer = { value?: { commentId: string; key: string; state: "published" | "waiting" | "unverified" }; failure?: Failure };

/** Posts a comment without leaving the story: the token is fetched at the first key, the answer is said where the form stands. */
export function defineCommentForm(): void {
  customElements.define("comment-form", CommentForm);
}

class CommentForm extends HTMLElement {
  private token: FormToken | null = null;
  private busy = false;
  /** When the first key was pressed, and how many seconds later the text was sent, until it is changed: the same form sent again says the same. */
  private began: number | undefined;
  private took: number | undefined;
  /** Whether she was asked to read it once more. */
  private nudged = false;
  /** What is said here, in the language of the story. */
  private get words(): ScriptWords {
    return JSON.parse(this.dataset.words ?? "{}");
  }

  connectedCallback() {
    const form = this.querySelector("form");
    // Moved under the comment that is answered: all stands already.
    if (!form || this.token) return;
    const articleId = this.value("articleId");
    const token = new FormToken(articleId);
    this.token = token;
    this.keepDraft(`draft:${articleId}`);
    // A failure is said when the form is sent; a token is asked for again then.
    form.addEventListener("focusin", () => void token.get().catch(() => undefined), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(form, token, `draft:${articleId}`);
    });
    const place = new ReplyPlace(this, form);
    this.closest(".comments")?.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.acts a[href^="/comments/compose"]');
      const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
      // Once the form has been sent, or for another tab, the link leads to a page that does the same.
      if (!link || !form.isConnected || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      if (!this.busy) place.take(link);
    });
    this.nameTheViewer();
    this.showKept(articleId);
  }

  private field(name: string) {
    return this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
  }

  private value(name: string): string {
    return this.field(name)?.value ?? "";
  }

  private keepDraft(draft: string): void {
    const text = this.field("comment");
    if (text && !text.value) text.value = kept(draft) ?? "";
    text?.addEventListener("input", () => {
      keep(draft, text.value);
      this.began ??= performance.now();
      this.took = undefined;
    });
    if (text instanceof HTMLTextAreaElement) countNearLimit(text, Number(this.dataset.most));
  }

  private async nameTheViewer(): Promise<void> {
    const somebody = await viewer();
    const guest = this.querySelector(".guest");
    if (!somebody || !guest) return;
    const line = document.createElement("p");
    line.className = "as";
    const [before = "", after = ""] = this.words.as.split("…");
    const name = document.createElement("bdi");
    name.append(Object.assign(document.createElement("b"), { textContent: somebody.name }));
    line.append(before, name, after);
    guest.replaceWith(line);
  }

  /** Shows their author what was written here and is not public yet; what was decided against is told once. */
  private async showKept(articleId: string): Promise<void> {
    const region = this.closest(".comments");
    for (const key of keptKeys(articleId)) {
      const own = await ownComment(key).catch(() => undefined);
      // Out of reach: asked again when the story is opened again.
      if (own === undefined) continue;
      if (own?.state !== "waiting" && own?.state !== "unverified") forgetKey(articleId, key);
      if (!own || own.state === "published") continue;
      const place = Object.assign(document.createElement("div"), { className: "say warn kept" });
      place.append(`${own.says} `, ...this.ownPage(key));
      if (own.body) place.append(own.body);
      const nobody = region?.querySelector(".nobody");
      const thread = region?.querySelector(".thread");
      if (nobody) nobody.replaceWith(place);
      else if (thread) thread.before(place);
      else region?.append(place);
    }
  }

  /** The way to a comment's own page, and why to keep it. */
  private ownPage(key: string): (Node | string)[] {
    return [Object.assign(document.createElement("a"), { href: `/comments/${key}`, textContent: this.words.ownPage }), ` ${this.words.ownPageShows}`];
  }

  private async send(form: HTMLFormElement, token: FormToken, draft: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    if (this.began !== undefined) this.took ??= Math.floor((performance.now() - this.began) / 1000);
    this.mark({});
    this.say("warn", this.words.posting);
    try {
      let answer = await this.post(token);
      // The clocks of the paper and of this device may differ a little: once more, when it says so.
      if (answer.failure?.reason === "early") {
        await pause(answer.failure.retryAfter ?? 1);
        answer = await this.post(token);
      }
      if (answer.value) await this.posted(form, answer.value, draft);
      else if (answer.failure) this.refused(answer.failure, token);
    } catch (error) {
      this.say("bad", (error instanceof Refused && error.message) || this.words.unreachable);
    } finally {
      this.busy = false;
    }
  }

  /** Sends the form as soon as its token is good. */
  private async post(token: FormToken): Promise<Answer> {
    const sealed = await token.get();
    await pause(token.wait);
    const body = { articleId: this.value("articleId"), parentId: this.value("parentId") || null, name: this.value("name"), email: this.value("email"), comment: this.value("comment"), token: sealed, website: this.value("website"), ...(this.took === undefined ? {} : { secondsToWrite: this.took }), ...(this.nudged ? { nudged: true } : {}) };
    const response = await fetch("/api/v1/comments", { method: "POST", headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang }, body: JSON.stringify(body) });
    return (await response.json()) as Answer;
  }

  /** What became of the comment: it stands in its place under the story, or is shown to its author alone. */
  private async posted(form: HTMLFormElement, { commentId, key, state }: NonNullable<Answer["value"]>, draft: string): Promise<void> {
    forget(draft);
    const typed = this.value("comment");
    const articleId = this.value("articleId");
    const published = state === "published";
    if (!published) keepKey(articleId, key);
    const own: OwnComment | null = published ? null : await ownComment(key).catch(() => null);
    form.remove();
    // "No comments yet" beside one's own is no longer true for whoever wrote it.
    this.closest(".comments")?.querySelector(".nobody")?.remove();
    // Published it is in any case; where the page cannot be read anew, its own page shows it.
    const shown = published && (await showInDiscussion(this, commentId).catch(() => false));
    const { title, text } = published ? this.words.published : this.words.waiting;
    // Its own page says best what a guest has to do first.
    const place = this.say("good", state === "unverified" && own ? `${own.says} ` : `${title}. ${text} `, ...this.ownPage(key));
    if (!shown) place.append(own?.body ?? asWritten(typed));
    place.focus();
    // The discussion was read anew, without what only this browser knows.
    if (shown) void this.showKept(articleId);
  }

  /** Says what is wrong, above all beside the fields. The token stays good for the next try, but where it is the token that was refused. */
  private refused({ reason, message, fields = {} }: Failure, token: FormToken): void {
    if (reason === "form_old" || reason === "form_used") void token.renew().catch(() => undefined);
    if (reason === "nudge") this.nudged = true;
    if (fields.website) (this.field("website") as HTMLInputElement).value = "";
    this.say("bad", message);
    this.mark(fields);
  }

  /** Each mistake beside its field, and the cursor in the first of them. */
  private mark(fields: Record<string, string>): void {
    for (const old of this.querySelectorAll(".problem")) old.remove();
    const names = ["name", "email", "comment"] as const;
    for (const name of names) {
      const field = this.field(name);
      const problem = fields[name];
      if (!field) continue;
      const described = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== `${field.id}-error`);
      if (problem) {
        field.setAttribute("aria-invalid", "true");
        described.push(`${field.id}-error`);
        field.after(Object.assign(document.createElement("p"), { className: "problem", id: `${field.id}-error`, textContent: problem }));
      } else field.removeAttribute("aria-invalid");
      if (described.length > 0) field.setAttribute("aria-describedby", described.join(" "));
      else field.removeAttribute("aria-describedby");
    }
    const first = names.find((name) => fields[name]);
    if (first) this.field(first)?.focus();
  }

  /** Says something in one live place; errors stay until the next try. */
  private say(kind: "good" | "warn" | "bad", text: string, ...more: (Node | string)[]): HTMLElement {
    let place = this.querySelector<HTMLElement>(".say");
    if (!place) {
      place = document.createElement("div");
      place.tabIndex = -1;
      this.append(place);
    }
    place.className = `say ${kind}`;
    place.setAttribute("role", kind === "bad" ? "alert" : "status");
    place.replaceChildren(text, ...more);
    return place;
  }
}

/** The text as it was typed, paragraph by paragraph. */
function asWritten(text: string): HTMLElement {
  const body = Object.assign(document.createElement("blockquote"), { className: "body", dir: "auto" });
  body.append(...text.trim().split(/\n\s*\n/).map((paragraph) => Object.assign(document.createElement("p"), { textContent: paragraph })));
  return body;
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));
