import type { StoryConnection } from "@/components/desk/editor/connection";
import { deviceDatabase } from "@/components/desk/editor/device/database-name";
import type { CopyOf } from "@/components/desk/editor/device/device-copy";
import { withLine } from "@/components/desk/editor/with-line";

/** Fetches what keeps a story on this device once somebody touches the page or the device has kept something before: whoever only reads needs none of it. Gives back how to end it. */
export function keepOnDevice(connection: StoryConnection, of: CopyOf, timeZone: string, reopen: () => void): () => void {
  let copy: { end(): void } | null = null;
  const touched = new AbortController();
  const { signal } = touched;
  let isComing = false;
  const begin = async () => {
    if (isComing || signal.aborted) return;
    isComing = true;
    // Without the line it is not to be had: asked for again at the next touch.
    const module = await withLine.deviceCopy().catch(() => null);
    isComing = false;
    if (!module || signal.aborted) return;
    end();
    copy = new module.DeviceCopy(connection, of, timeZone, reopen);
  };
  const end = () => touched.abort();
  for (const touch of ["pointerdown", "keydown", "input", "online"]) addEventListener(touch, begin, { signal });
  // Not every browser lists its databases.
  globalThis.indexedDB?.databases?.().then(
    (all) => all.some(({ name }) => name === deviceDatabase) && void begin(),
    // No storage here: said once there is something to keep.
    () => undefined,
  );
  return () => {
    end();
    copy?.end();
  };
}
