import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** How the process was called; empty where we may not see it. */
export function commandLine(pid: number): string {
  if (process.platform === "linux") return readFileOr(`/proc/${pid}/cmdline`, "");
  return spawnSync("ps", ["-ww", "-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

/** Whether the process lives. A zombie is dead, whatever `kill -0` says: in a container nobody may have collected it. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  const status = readFileOr(`/proc/${pid}/stat`, "");
  return status !== "" && status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3) !== "Z";
}

function readFileOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The process went away while we looked.
    return otherwise;
  }
}

/** Sends a signal; that the process has gone already is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch (error) {
    // Gone already, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
