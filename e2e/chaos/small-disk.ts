import { spawnSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** As much as a paper needs and a little more, in MB. It is memory. */
const size = 500;
/** As root, and as anybody whom the system lets have mounts of her own. */
const ways = [["unshare", "--mount"], ["unshare", "--user", "--mount", "--map-current-user", "--keep-caps"]] as const;
const mountThenRun = `mount -t tmpfs -o size=${size}m,mode=755 tmpfs "$0" && exec "$@"`;

/**
 * What must stand before a program that is to find a small disk of its own in this folder, seen by it and its children alone: a real file
 * system, which is really full when it is full. Null where the system does not let us (not Linux, or no namespaces for us).
 */
export function smallDiskAt(folder: string): readonly string[] | null {
  for (const way of ways) {
    const within = [...way, "sh", "-c", mountThenRun, folder];
    const [program, ...given] = within as [string, ...string[]];
    if (spawnSync(program, [...given, "true"]).status === 0) return within;
  }
  return null;
}

/** The folder as the process sees it. */
export const seenBy = (pid: number, folder: string): string => `/proc/${pid}/root${folder}`;

/** Fills the disk that a folder lies on to its last byte, and returns what makes room again. */
export function fill(folder: string): () => void {
  const file = join(folder, "ballast");
  const handle = openSync(file, "w");
  for (let bytes = 1024 * 1024; bytes >= 1; ) {
    try {
      if (writeSync(handle, Buffer.alloc(bytes)) < bytes) bytes = Math.floor(bytes / 2);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      bytes = Math.floor(bytes / 2);
    }
  }
  closeSync(handle);
  return () => rmSync(file, { force: true });
}
