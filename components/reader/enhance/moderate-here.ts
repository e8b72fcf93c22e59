import styles from "@/components/reader/enhance/moderate-here.css";
import { tell } from "@/components/reader/enhance/notice";

type Can = Record<"approve" | "reject" | "spam" | "hide" | "show" | "pick" | "unpick" | "mark", boolean>;
type ToDecide = { seen: { commentId: string; revisionId: string; status: string }; said: string; own: boolean; can: Can };
type Answer<Value> = { value?: Value; failure?: { message: string } };
type Decision = Exclude<keyof Can, "mark">;

/** As the desk says them (app/(desk)/desk/comments): the desk speaks English. */
const buttons: readonly [Decision, string, string][] = [
  ["approve", "Approve", "Approved."],
  ["show", "Show again", "Shown again."],
  ["hide", "Hide", "Hidden."],
  ["reject", "Reject", "Rejected."],
  ["spam", "Spam", "Marked as spam."],
  ["pick", "Pick", "Picked."],
  ["unpick", "Unpick", "No longer picked."],
];
/** For the newsroom, with the word for each that the desk takes. */
const marks: readonly [string, string, string][] = [
  ["letter", "Possible letter", "Marked as a possible letter."],
  ["lead", "Lead", "Marked as a lead."],
  ["correction", "Correction report", "Marked as a correction report."],
];
const reasons = ["abuse", "hate", "threat", "harassment", "spam_ad", "off_topic", "misinformation", "personal_data", "copyright", "illegal", "impersonation", "other"];

const button = (textContent: string) => Object.assign(document.createElement("button"), { type: "button", textContent });
const plain = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, "");

async function asked<Value>(path: string, input?: unknown): Promise<Answer<Value>> {
  const how = input === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input) };
  return fetch(`/api/v1/moderation/${path}`, how)
    .then((response) => response.json() as Promise<Answer<Value>>)
    .catch(() => ({ failure: { message: "The desk cannot be reached. Nothing was changed; try again." } }));
}

/** Lets whoever moderates decide about the comments of this page: also those that come later. The page itself is the same for everybody. */
export function moderateHere(region: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const give = () => {
    for (const acts of region.querySelectorAll("article.comment > .acts:not(:has(.moderate))")) offer(acts);
  };
  new MutationObserver(give).observe(region, { childList: true, subtree: true });
  give();
}

function offer(acts: Element): void {
  const comment = acts.closest("article");
  if (!comment) return;
  const name = comment.querySelector("header > :first-child")?.textContent ?? "";
  const open = Object.assign(button("Moderate"), { className: "moderate", lang: "en", ariaLabel: `Moderate the comment by ${name}, ${comment.querySelector("time")?.textContent ?? ""}`, ariaExpanded: "false" });
  const list = Object.assign(document.createElement("div"), { className: "moderate-acts", lang: "en", dir: "ltr", hidden: true });
  const turn = (isOpen: boolean) => {
    list.hidden = !isOpen;
    open.ariaExpanded = String(isOpen);
  };
  open.addEventListener("click", async () => {
    if (!list.hidden) return turn(false);
    const { value, failure } = await asked<ToDecide>(`comments/${comment.id.slice("comment-".length)}`);
    if (!value) return tell(failure?.message ?? "");
    // A decision counts for the text that somebody read.
    if (plain(value.said) !== plain(comment.querySelector(".body")?.textContent)) return tell("The author edited this comment meanwhile. Reload the page and read it again.");
    fill(list, value, comment, () => turn(false));
    turn(true);
  });
  list.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    turn(false);
    open.focus();
  });
  acts.append(open, list);
}

function fill(list: HTMLElement, { seen, own, can }: ToDecide, comment: Element, close: () => void): void {
  const desk = Object.assign(document.createElement("a"), { href: `/desk/comments?queue=all&at=${seen.commentId}#conversation`, textContent: "In the desk" });
  if (own) {
    list.replaceChildren("You wrote this: somebody else decides. ", desk);
    return;
  }
  const reason = Object.assign(document.createElement("select"), { ariaLabel: "Reason to reject it" });
  reason.append(new Option("Choose a reason", ""), ...reasons.map((code) => new Option(code.replaceAll("_", " "), code)));
  const offered = buttons.filter(([decision]) => can[decision]).flatMap(([decision, says, done]) => {
    const one = button(says);
    one.addEventListener("click", async () => {
      if (decision === "reject" && reason.value === "") return reason.focus();
      const picks = decision === "pick" || decision === "unpick";
      const { value, failure } = await asked<{ eventId?: string }>(picks ? "pick" : "decide", picks ? { ...seen, picked: decision === "pick" } : { ...seen, decision, reason: decision === "reject" ? reason.value : null, message: "" });
      if (!value) return tell(failure?.message ?? "");
      close();
      const gone = decision === "reject" || decision === "spam" || decision === "hide";
      comment.classList.toggle("decided", gone);
      tell(`${done} `, ...(value.eventId ? [undoButton(value.eventId, comment)] : []));
    });
    return decision === "reject" ? [one, reason] : [one];
  });
  const forNewsroom = (can.mark ? marks : []).map(([kind, says, done]) => {
    const one = button(says);
    one.addEventListener("click", async () => {
      const { value, failure } = await asked("mark", { commentId: seen.commentId, revisionId: seen.revisionId, kind });
      tell(value ? done : (failure?.message ?? ""));
      if (value) close();
    });
    return one;
  });
  list.replaceChildren(...offered, ...forNewsroom, desk);
}

function undoButton(eventId: string, comment: Element): HTMLElement {
  const undo = button("Undo");
  undo.addEventListener("click", async () => {
    const { value, failure } = await asked("undo", { eventId });
    if (!value) return tell(failure?.message ?? "");
    comment.classList.remove("decided");
    tell("Taken back.");
  });
  return undo;
}
