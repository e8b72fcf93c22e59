import { MessageType } from "@hocuspocus/provider";
import * as decoding from "lib0/decoding";
import { messageYjsUpdate } from "y-protocols/sync";

/** The line as far as it is asked to wait. */
export type WaitingLine = { keeps: ((event: MessageEvent) => boolean) | null; onMessage(event: MessageEvent): void };

/** After so many milliseconds without a letter a word is no longer waited for: whoever looks for the right sign takes her time, and on telephones a word is composed for as long as the caret rests in it. */
const longestRest = { telephone: 5000, otherwise: 15_000 } as const;

type ComposedText = Pick<HTMLElement, "addEventListener" | "removeEventListener" | "blur" | "focus">;

/**
 * While somebody composes a word in the text, what colleagues write waits for the end of it: where it changed the very letters that the
 * input method holds on to, the browser would begin the word anew beside what was composed of it. Her own letters go out all the while.
 * `composes`: one is being composed already. Ends with the function that it gives.
 */
export function waitWhileComposing(text: ComposedText, line: WaitingLine, composes: boolean, isTelephone = /Android/.test(navigator.userAgent)): () => void {
  let kept: MessageEvent[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;
  const letIn = () => {
    clearTimeout(resting);
    line.keeps = null;
    const came = kept;
    kept = [];
    for (const event of came) line.onMessage(event);
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(waitNoLonger, isTelephone ? longestRest.telephone : longestRest.otherwise);
  };
  const waitNoLonger = () => {
    if (kept.length === 0) return rest();
    // Without the focus the word ends as it stands. On a telephone the keyboard would go with it; there the editor has taken the word over by now.
    if (!isTelephone) {
      text.blur();
      text.focus();
    }
    letIn();
  };
  const wait = () => {
    rest();
    line.keeps = (event) => isUpdate(event.data) && kept.push(event) > 0;
  };
  // The editor reads the last letters of the word in this very step; what waited comes behind them.
  const end = () => void Promise.resolve().then(letIn);
  const heard = [["compositionstart", wait], ["compositionupdate", wait], ["compositionend", end]] as const;
  for (const [name, hear] of heard) text.addEventListener(name, hear);
  if (composes) wait();
  return () => {
    for (const [name, hear] of heard) text.removeEventListener(name, hear);
    letIn();
  };
}

/** Whether a message brings a change of the document; all else, above all what was committed, is heard at once. */
function isUpdate(data: ArrayBuffer): boolean {
  const decoder = decoding.createDecoder(new Uint8Array(data));
  decoding.readVarString(decoder);
  return decoding.readVarUint(decoder) === MessageType.Sync && decoding.readVarUint(decoder) === messageYjsUpdate;
}
