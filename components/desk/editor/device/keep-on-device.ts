import { deviceDatabase } from "@/components/desk/editor/device/database-name";
import type { KeepCopy } from "@/components/desk/editor/device/device-copy";
import { withLine } from "@/components/desk/editor/with-line";

/** Fetches what keeps a story on this device once somebody touches the page or the device has kept something before: whoever only reads needs none of it. Gives back how to end it. */
export function keepOnDevice(...kept: KeepCopy): () => void {
  const open = new AbortController();
  const { signal } = open;
  let isAsked = false;
  const begin = () => {
    if (isAsked) return;
    isAsked = true;
    withLine.deviceCopy().then(
      ({ keepCopy }) => keepCopy(kept, signal),
      () => {
        // Not to be had without the line: asked for again at the next touch.
        isAsked = false;
      },
    );
  };
  for (const touch of ["pointerdown", "keydown", "input"]) addEventListener(touch, begin, { signal });
  // Not every browser lists its databases, and some keep none: that is said once there is something to keep.
  globalThis.indexedDB?.databases?.().then(
    (all) => all.some(({ name }) => name === deviceDatabase) && begin(),
    () => undefined,
  );
  return () => open.abort();
}
