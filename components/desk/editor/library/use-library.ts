import { useCallback, useEffect, useRef, useState } from "react";
import { findPictures } from "@/components/desk/editor/library/find-pictures";
import type { LibraryPicture } from "@/lib/media/reads/library";

/** So many milliseconds after the last letter the library is asked: each answer brings a page of pictures with it. */
const pause = 150;

export type Shown = { pictures: readonly LibraryPicture[]; state: "asking" | "found" | "lost"; /** The picture that the next page begins behind. */ older: string | null };

/** The pictures for what is typed now, page by page. The last list stays until the next is there; answers to what was typed before are dropped. */
export function useLibrary(typed: string): Shown & { showMore: () => void; tryAgain: () => void } {
  const [shown, setShown] = useState<Shown>({ pictures: [], state: "asking", older: null });
  const question = useRef<{ behind: string | null; signal: AbortController }>(null);

  const ask = useCallback(async (q: string, behind: string | null) => {
    question.current?.signal.abort();
    const signal = new AbortController();
    question.current = { behind, signal };
    setShown((last) => ({ ...last, state: "asking" }));
    try {
      const page = await findPictures(q, behind, signal.signal);
      setShown((last) => {
        const before = behind === null ? [] : last.pictures;
        return page ? { pictures: [...before, ...page.pictures], state: "found", older: page.older } : { pictures: before, state: "lost", older: last.older };
      });
    } catch (error) {
      // Withdrawn: the next question is under way, or nobody wants to know any more.
      if (!signal.signal.aborted) throw error;
    }
  }, []);

  useEffect(() => {
    setShown((last) => ({ ...last, state: "asking" }));
    const soon = setTimeout(() => void ask(typed, null), typed === "" ? 0 : pause);
    return () => {
      clearTimeout(soon);
      question.current?.signal.abort();
    };
  }, [typed, ask]);

  return { ...shown, showMore: () => void ask(typed, shown.older), tryAgain: () => void ask(typed, question.current?.behind ?? null) };
}
