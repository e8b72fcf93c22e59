import type { ActWords } from "@/components/reader/comments/words/words";
import { isMuted, mute, unmute } from "@/components/reader/enhance/muted";
import { prepareNotice, tell } from "@/components/reader/enhance/notice";
import { viewer } from "@/components/reader/enhance/viewer";

type Yours = { liked: string[]; own: string[]; editable: string[]; /** By whom her account muted. */ muted: string[]; /** Whether she may pick here. */ picks: boolean };
const nothing: Yours = { liked: [], own: [], editable: [], muted: [], picks: false };

const idOf = (comment: Element) => comment.id.slice("comment-".length);
const headingOf = (comment: Element) => comment.querySelector("header > :first-child")?.textContent ?? "";
const button = (textContent: string) => Object.assign(document.createElement("button"), { type: "button", textContent });
const link = (textContent: string, href: string) => Object.assign(document.createElement("a"), { textContent, href });

/**
 * What one can do with each comment without leaving the page: like it, quote it, copy its address, mute its author. Without this the page
 * about the comment does all of that. What is personal is asked for here, since the page is the same for everybody.
 */
export class CommentActs {
  private yours = nothing;
  private known = false;
  /** Whether somebody is signed in: then her account says what is folded, else this browser’s list of names. */
  private account = false;

  constructor(
    private readonly region: HTMLElement,
    private readonly words: ActWords,
  ) {
    prepareNotice();
  }

  /** Gives every comment that has none yet its acts. */
  async decorate(): Promise<void> {
    this.account = (await viewer()) !== null;
    this.mute();
    if (!this.known) {
      await this.ask();
      this.mute();
    }
    for (const comment of this.region.querySelectorAll("article.comment")) this.give(comment);
  }

  /** Asks again what is the reader's own: after she posted. */
  forget(): void {
    this.known = false;
  }

  private async ask(): Promise<void> {
    this.known = true;
    if (!this.account) return;
    const response = await fetch(`/api/v1/comments/mine?article=${this.region.dataset.article}`).catch(() => null);
    // Without an answer nothing is marked as one's own; the paper itself still knows.
    this.yours = (response?.ok && ((await response.json()) as { value: Yours | null }).value) || nothing;
  }

  private give(comment: Element): void {
    const acts = comment.querySelector(":scope > .acts");
    if (!acts || acts.querySelector(".more-acts")) return;
    const id = idOf(comment);
    const name = headingOf(comment);
    const when = comment.querySelector("time")?.textContent ?? "";
    if (!this.yours.own.includes(id)) acts.append(this.likeButton(id, `${this.words.like.replace("…", name)}, ${when}`));
    acts.querySelector('a[href^="/comments/about/"]')?.remove();
    const more = Object.assign(button(this.words.more), { ariaLabel: `${this.words.about.replace("…", name)}, ${when}`, ariaExpanded: "false" });
    const list = Object.assign(document.createElement("div"), { className: "more-acts", hidden: true });
    const turn = (open: boolean) => {
      list.hidden = !open;
      more.ariaExpanded = String(open);
    };
    const close = () => turn(false);
    more.addEventListener("click", () => turn(list.hidden));
    list.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      close();
      more.focus();
    });
    const reply = acts.querySelector<HTMLAnchorElement>('a[href^="/comments/compose"]');
    if (reply) list.append(this.act(this.words.quote, close, () => this.quote(comment, reply)));
    if (navigator.clipboard) list.append(this.act(this.words.link, close, () => this.copy(`${location.origin}/comments/at/${id}`)));
    if (this.yours.editable.includes(id)) list.append(link(this.words.edit, `/comments/about/${id}#edit`));
    if (this.yours.picks && !this.yours.own.includes(id)) list.append(link(this.words.pick, `/comments/about/${id}#pick`));
    if (!this.yours.own.includes(id)) list.append(this.act(this.words.mute.replace("…", name), close, () => this.muteOne(comment, true)), link(this.words.report, `/comments/about/${id}#report`));
    acts.append(more, list);
  }

  private act(text: string, close: () => void, does: () => void): HTMLElement {
    const one = button(text);
    one.addEventListener("click", () => {
      close();
      does();
    });
    return one;
  }

  private likeButton(id: string, name: string): HTMLElement {
    const one = button(this.words.likeShort);
    const press = (liked: boolean) => one.setAttribute("aria-pressed", String(liked));
    one.setAttribute("aria-label", name);
    press(this.yours.liked.includes(id));
    let busy = false;
    one.addEventListener("click", async () => {
      if (!(await viewer())) return location.assign(`/comments/about/${id}`);
      if (busy) return;
      busy = true;
      const liked = one.getAttribute("aria-pressed") !== "true";
      const value = await this.send<{ liked: boolean; says: string }>(`${id}/like`, { liked });
      busy = false;
      if (!value) return;
      press(value.liked);
      this.yours.liked = this.yours.liked.filter((other) => other !== id).concat(value.liked ? id : []);
      this.sayLikes(one, value.says);
    });
    return one;
  }

  /** What the paper answers about a comment; where it takes nothing the reader is told why, and it is null. */
  private async send<Value>(to: string, body: object): Promise<Value | null> {
    const response = await fetch(`/api/v1/comments/${to}`, { method: "POST", headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang }, body: JSON.stringify(body) }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as { value?: Value; failure?: { message: string } } | null;
    if (!answer?.value) tell(answer?.failure?.message ?? this.words.unreachable);
    return answer?.value ?? null;
  }

  private sayLikes(beside: HTMLElement, says: string): void {
    const acts = beside.closest(".acts");
    let place = acts?.querySelector(".likes");
    if (!place) {
      place = Object.assign(document.createElement("span"), { className: "likes" });
      beside.before(place);
    }
    place.textContent = says;
    tell(says);
  }

  private async copy(address: string): Promise<void> {
    // Where the browser does not let pages write there, the reader takes the address by hand.
    tell(await navigator.clipboard.writeText(address).then(
      () => this.words.copied,
      () => address,
    ));
  }

  /** Opens the form under a comment, with what it says as a quotation. */
  private quote(comment: Element, reply: HTMLAnchorElement): void {
    const form = this.region.querySelector("comment-form form");
    if (!form) {
      location.assign(`${reply.href}&quote=1`);
      return;
    }
    const said = [...(comment.querySelector(".body")?.children ?? [])].filter((part) => part.tagName !== "BLOCKQUOTE").flatMap((part) => (part.tagName === "UL" ? [...part.children] : part));
    reply.click();
    const text = form.querySelector("textarea");
    if (!text) return;
    text.value = `${said.map((part) => `> ${part.textContent?.trim().replaceAll("\n", "\n> ")}`).join("\n\n")}\n\n${text.value}`;
    text.dispatchEvent(new Event("input"));
  }

  /** In the account of whoever is signed in: she is told of no answers then, and the paper knows which comments are theirs. Else on this device, by the name. */
  private async muteOne(comment: Element, muted: boolean): Promise<void> {
    if (!this.account) (muted ? mute : unmute)(headingOf(comment));
    else if (await this.send(`${idOf(comment)}/mute`, { muted })) await this.ask();
    this.mute();
    if (!muted) comment.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  }

  /** Puts a line in the place of what muted people say. */
  private mute(): void {
    for (const comment of this.region.querySelectorAll("article.comment")) {
      const name = headingOf(comment);
      const note = comment.querySelector(":scope > .muted-note");
      const muted = this.account ? this.yours.muted.includes(idOf(comment)) : isMuted(name);
      comment.classList.toggle("muted", muted);
      if (muted && !note) {
        const again = button(this.words.unmute);
        again.addEventListener("click", () => this.muteOne(comment, false));
        const line = Object.assign(document.createElement("p"), { className: "muted-note acts" });
        line.append((this.account ? this.words.mutedInAccount : this.words.muted).replace("…", name), again);
        comment.append(line);
        if (comment.contains(document.activeElement) || document.activeElement === document.body) again.focus({ preventScroll: true });
      } else if (!muted) note?.remove();
    }
  }
}
