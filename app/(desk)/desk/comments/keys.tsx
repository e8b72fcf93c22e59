"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { aMoment, highlighted, highlightFirstVisible, moveHighlight } from "@/app/(desk)/desk/comments/highlight";
import { type KeyAction, keyActionNames, keyActions, type Keymap, meaningOf, readKeymap, usualKeys, withKey } from "@/components/desk/moderation/keymap";

/*
 * The keys are kept in this browser and not with the account: they belong to the keyboard that stands before one, and the same person may have
 * another one at home; and they are known before the server is asked.
 */
const place = "moderation-keys";
const listeners = new Set<() => void>();
let known: { kept: string | null; keymap: Keymap } = { kept: null, keymap: usualKeys };

function keymapNow(): Keymap {
  const kept = localStorage.getItem(place);
  if (kept !== known.kept) known = { kept, keymap: readKeymap(kept) };
  return known.keymap;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

function keep(keymap: Keymap | null): void {
  if (keymap) localStorage.setItem(place, JSON.stringify(keymap));
  else localStorage.removeItem(place);
  for (const listener of listeners) listener();
}

const useKeymap = () => useSyncExternalStore(subscribe, keymapNow, () => usualKeys);

const placesToGo: Partial<Record<KeyAction, string>> = { goHeld: "/desk/comments", goReported: "/desk/comments?queue=reported", goAppeals: "/desk/comments/appeals" };
/** Acts that change something: never of a key that is held down, and only on a card that was chosen by hand or has stood highlighted for a moment. */
const deciding: ReadonlySet<KeyAction> = new Set<KeyAction>(["approve", "reject", "spam", "pick", "hold", "escalate", "newsroom"]);

type Props = { /** Rises each time that a card came to be highlighted by itself. */ arrived: number; undo: () => void; choose: (id: string, upTo: boolean) => void };

/** The queue from the keyboard. A key decides the highlighted card alone, once; nothing is taken from the browser or from whoever types. */
export function Keys({ arrived, undo, choose }: Props) {
  const keymap = useKeymap();
  const since = useRef(Number.NEGATIVE_INFINITY);
  const waiting = useRef("");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (arrived > 0) since.current = performance.now();
  }, [arrived]);
  useEffect(() => {
    const does = (action: KeyAction, event: KeyboardEvent) => {
      const card = highlighted();
      const address = placesToGo[action];
      if (address) return location.assign(address);
      if (action === "help") return dialog.current?.showModal();
      if (action === "undo") return event.repeat ? undefined : undo();
      if (action === "search") return document.querySelector<HTMLElement>("#search-comments")?.focus();
      if (action === "next" || action === "previous") {
        moveHighlight(action === "next" ? 1 : -1);
        since.current = Number.NEGATIVE_INFINITY;
        return;
      }
      if (event.repeat) return;
      if (!card) {
        highlightFirstVisible();
        since.current = performance.now();
        return;
      }
      if (action === "choose" || action === "chooseTo") return choose(card.dataset.comment ?? "", action === "chooseTo");
      if (action === "conversation") {
        const region = document.querySelector<HTMLElement>("#conversation");
        region?.focus();
        return region?.scrollIntoView({ block: "nearest" });
      }
      if (deciding.has(action) && performance.now() - since.current < aMoment) return;
      const wanted = card.querySelector<HTMLElement>(`[data-key="${action}"]`);
      // To reject needs a reason: its list takes the keyboard. To escalate one may write a note first.
      if (action === "reject") wanted?.focus();
      else wanted?.click();
      if (action === "newsroom") wanted?.parentElement?.querySelector("button")?.focus();
      if (action === "escalate") wanted?.parentElement?.querySelector("input")?.focus();
    };
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest("input:not([type=checkbox]), select, textarea, dialog, [contenteditable]") !== null;
      const { key, ctrlKey, metaKey, altKey } = event;
      const meaning = meaningOf(keymap, waiting.current, { key, ctrlKey, metaKey, altKey, typing });
      waiting.current = meaning && "waits" in meaning ? meaning.waits : "";
      if (!meaning || !("action" in meaning)) return;
      event.preventDefault();
      does(meaning.action, event);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [keymap, undo, choose]);
  const hint = (action: KeyAction, word: string) => (
    <span>
      <kbd>{keymap.keys[action]}</kbd> {word}
    </span>
  );
  return (
    <>
      <p className="keys">
        {keymap.on && (
          <>
            <span>
              <kbd>{keymap.keys.next}</kbd> <kbd>{keymap.keys.previous}</kbd> move
            </span>
            {hint("approve", "approve")}
            <span>
              <kbd>{keymap.keys.reject}</kbd> reject, then <kbd>1</kbd>–<kbd>9</kbd>
            </span>
            {hint("spam", "spam")}
            {hint("hold", "hide")}
            {hint("choose", "choose")}
            {hint("undo", "undo")}
          </>
        )}
        <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
          {keymap.on && (
            <>
              <kbd>{keymap.keys.help}</kbd>{" "}
            </>
          )}
          All keys
        </button>
      </p>
      <dialog className="all-keys" ref={dialog} aria-labelledby="all-keys">
        <AllKeys keymap={keymap} close={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

/** Every key with what it does, to be changed or turned off. */
function AllKeys({ keymap, close }: { keymap: Keymap; close: () => void }) {
  const [changing, setChanging] = useState<KeyAction | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (action: KeyAction, key: string) => {
    const next = withKey(keymap, action, key);
    setProblem(next ? null : `“${key}” cannot be the key for this: choose one character that nothing else begins with, and no digit.`);
    if (!next) return;
    keep(next);
    setChanging(null);
  };
  return (
    <>
      <h2 id="all-keys">Keys</h2>
      <label className="all-keys-on">
        <input type="checkbox" checked={keymap.on} onChange={(event) => keep({ ...keymap, on: event.target.checked })} /> Keys decide in the queue
      </label>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <table>
        <tbody>
          {keyActionNames.map((action) => (
            <tr key={action}>
              <th scope="row">{keyActions[action].says}</th>
              <td>
                {changing === action ? (
                  <input
                    className="input"
                    aria-label={`New key: ${keyActions[action].says}`}
                    defaultValue={keymap.keys[action]}
                    maxLength={3}
                    // biome-ignore lint/a11y/noAutofocus: whoever pressed Change types the key next.
                    autoFocus
                    onFocus={(event) => event.target.select()}
                    onKeyDown={(event) => {
                      if (event.key === "Enter") change(action, event.currentTarget.value.trim());
                      else if (event.key === "Escape") {
                        event.preventDefault();
                        setChanging(null);
                      }
                    }}
                    onBlur={(event) => change(action, event.target.value.trim())}
                  />
                ) : (
                  <kbd>{keymap.keys[action]}</kbd>
                )}
              </td>
              <td>
                <button type="button" className="link" aria-label={`Change: ${keyActions[action].says}`} onClick={() => setChanging(action)}>
                  Change
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="page-buttons">
        <button type="button" className="btn" onClick={() => keep(null)}>
          The usual keys
        </button>
        <button type="button" className="btn" onClick={close}>
          Close
        </button>
      </p>
    </>
  );
}
