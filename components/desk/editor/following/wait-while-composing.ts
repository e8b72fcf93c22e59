import type { StoryProvider } from "@/lib/articles/story-provider";

/** The line as far as it is asked to wait. */
export type WaitingLine = Pick<StoryProvider, "holds" | "onMessage"> & { documentUpdateHandler(update: Uint8Array, origin: unknown): void };

/** After so many milliseconds without a letter a word is no longer waited for: whoever looks for the right sign takes her time, and on telephones a word is composed for as long as the caret rests in it. */
const longestRest = { telephone: 5000, otherwise: 15_000 } as const;

type ComposedText = Pick<HTMLElement, "addEventListener" | "removeEventListener" | "blur" | "focus">;
type Options = { /** A word is being composed already. */ composes: boolean; /** Hears whether something that was typed waits. */ tell: (waits: boolean) => void; isTelephone?: boolean };

/**
 * While somebody composes a word in the text, it is nobody else's yet, and what colleagues write waits for the end of it. Where it changed
 * the very letters that the input method holds on to, the browser would begin the word anew beside what was composed of it; and a
 * colleague who moves its line would take along what is only half of it. Ends with the function that it gives.
 */
export function waitWhileComposing(text: ComposedText, line: WaitingLine, { composes, tell, isTelephone = /Android/.test(navigator.userAgent) }: Options): () => void {
  let [others, own]: [MessageEvent[], Uint8Array[]] = [[], []];
  let resting: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    clearTimeout(resting);
    line.holds = null;
    const [went, came] = [own, others];
    [others, own] = [[], []];
    // One's own first: what follows from those of others may lean on them.
    for (const update of went) line.documentUpdateHandler(update, null);
    for (const event of came) line.onMessage(event);
    tell(false);
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(waitNoLonger, isTelephone ? longestRest.telephone : longestRest.otherwise);
  };
  const waitNoLonger = () => {
    if (others.length + own.length === 0) return rest();
    // Without the focus the word ends as it stands. On a telephone the keyboard would go with it; there the editor has taken the word over by now.
    const isOwnAlone = others.length === 0;
    if (!isOwnAlone && !isTelephone) {
      text.blur();
      text.focus();
    }
    goOn();
    // The word goes on: what colleagues write from now on must not reach its letters.
    if (isOwnAlone) wait();
  };
  const wait = () => {
    rest();
    line.holds = {
      others: (event) => void others.push(event),
      own(update) {
        own.push(update);
        tell(true);
      },
      held: () => own.length > 0,
    };
  };
  // The editor reads the last letters of the word in this very step; what waited comes behind them.
  const end = () => void Promise.resolve().then(goOn);
  const heard = [["compositionstart", wait], ["compositionupdate", wait], ["compositionend", end]] as const;
  for (const [name, hear] of heard) text.addEventListener(name, hear);
  if (composes) wait();
  return () => {
    for (const [name, hear] of heard) text.removeEventListener(name, hear);
    goOn();
  };
}
