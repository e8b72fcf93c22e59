// Runs other programs so that nothing of them is left when we are told to stop. Uses built-ins of Node 20 alone.
import { spawn } from "node:child_process";

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
/** How long a group that tidies up behind itself may take, in milliseconds. */
const patience = 40_000;
const pause = 50;
const running = new Set();
let stopping = false;

/**
 * Runs a program to its end, in a process group of its own. Told to stop meanwhile, we end the whole group at once and go; where it
 * `tidies` up behind itself (servers, databases of tests), it is asked first and ended when its time is over or we are told again.
 * Resolves with the exit code; the output goes to `hear` where that is given.
 */
export function runToEnd(command, args, { tidies = false, hear, ...options }) {
  return new Promise((done) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", hear ? "pipe" : "inherit", hear ? "pipe" : "inherit"] });
    const group = { id: child.pid, tidies };
    if (running.size === 0) for (const signal of Object.keys(exitCodes)) process.on(signal, stop);
    running.add(group);
    const end = (code) => {
      running.delete(group);
      if (running.size === 0 && !stopping) for (const signal of Object.keys(exitCodes)) process.off(signal, stop);
      if (!stopping) done(code);
    };
    if (hear) for (const stream of [child.stdout, child.stderr]) stream.on("data", hear);
    child.on("error", () => end(1));
    child.on("exit", (code) => {
      // What it said last may still be under way; somebody who outlives it must not hold us up.
      const late = setTimeout(end, pause * 20, code ?? 1);
      child.on("close", () => {
        clearTimeout(late);
        end(code ?? 1);
      });
    });
  });
}

async function stop(signal) {
  const groups = [...running].filter(({ id }) => id);
  if (!stopping) {
    stopping = true;
    const until = Date.now() + patience;
    for (const { id, tidies } of groups) if (tidies) kill(id, "SIGINT");
    while (groups.some(({ id, tidies }) => tidies && kill(id, 0)) && Date.now() < until) await new Promise((done) => setTimeout(done, pause));
  }
  for (const { id } of groups) kill(id, "SIGKILL");
  process.exit(exitCodes[signal]);
}

/** Whether there was anybody left in the group to take the signal. */
function kill(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    // Nobody is left in it.
    return false;
  }
}
