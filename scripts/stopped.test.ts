import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

/* The set-up scripts in a folder of their own, where every program they run hangs, and has one more of its own that hangs. */

const lock = '{ "name": "x", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "x", "version": "1.0.0" } } }';
const hang = `
const { spawn } = require("node:child_process");
const { appendFileSync } = require("node:fs");
const { join } = require("node:path");
const below = spawn("sleep", ["300"], { stdio: "ignore" });
appendFileSync(join(process.env.STANDFIRST_HANGING, "hanging"), process.pid + " " + below.pid + "\\n");
setInterval(() => undefined, 1000);
`;
const tidying = `${hang}
process.on("SIGINT", () => setTimeout(() => { appendFileSync(join(process.env.STANDFIRST_HANGING, "tidied"), "tidied"); below.kill(); process.exit(1); }, 300));
`;

let folder: string;
let started: ChildProcess | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "standfirst stopped "));
  cpSync("scripts", join(folder, "scripts"), { recursive: true });
  write("package.json", '{ "name": "x", "version": "1.0.0", "type": "module", "scripts": { "preinstall": "node hang.cjs" } }');
  write("package-lock.json", lock);
  write("hang.cjs", hang);
});
afterEach(() => {
  started?.kill("SIGKILL");
  for (const id of hanging()) if (isThere(id)) process.kill(id, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** As if the packages were there: the next thing to be done is the build, or the first step of the tests. */
function installed(): void {
  write("node_modules/next/dist/bin/next", hang);
  write("node_modules/next/package.json", '{ "type": "commonjs" }');
  write(".build/installed", createHash("sha256").update(lock).update(process.execPath).digest("hex"));
}

const hanging = (): number[] => (existsSync(join(folder, "hanging")) ? readFileSync(join(folder, "hanging"), "utf8").trim().split(/\s+/).map(Number) : []);

/** Whether a process is there and not only still listed because nobody asked how it ended. */
function isThere(id: number): boolean {
  try {
    process.kill(id, 0);
    return !existsSync(`/proc/${id}/stat`) || !/\) Z /.test(readFileSync(`/proc/${id}/stat`, "utf8"));
  } catch {
    // No such process.
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}

/** Starts a script, waits until something hangs in it, tells it to stop, and returns how it ended and after how many milliseconds. */
async function stopped(script: string, signal: NodeJS.Signals): Promise<{ code: number | null; after: number }> {
  const program = spawn(process.execPath, [join(folder, "scripts", script)], { cwd: folder, env: { ...process.env, STANDFIRST_HANGING: folder, npm_lifecycle_event: "" }, stdio: "ignore" });
  started = program;
  const ended = once(program, "exit");
  await until(() => hanging().length >= 2);
  const told = Date.now();
  program.kill(signal);
  const [code] = (await ended) as [number | null];
  return { code, after: Date.now() - told };
}

it.each<[string, NodeJS.Signals, number, () => void]>([
  ["packages are installed", "SIGTERM", 143, () => undefined],
  ["packages are installed", "SIGINT", 130, () => undefined],
  ["the build runs", "SIGTERM", 143, installed],
  ["the build runs", "SIGINT", 130, installed],
])("npm start, told to stop while %s (%s), goes at once and leaves nothing running", async (_, signal, code, prepare) => {
  prepare();
  const end = await stopped("start.mjs", signal);
  expect(end.code).toBe(code);
  expect(end.after).toBeLessThan(2000);
  await until(() => !hanging().some(isThere));
}, 30_000);

it("npm test, told to stop, lets what it runs tidy up first, and leaves nothing running", async () => {
  installed();
  write("node_modules/.bin/package.json", '{ "type": "commonjs" }');
  write("node_modules/.bin/biome", `#!${process.execPath}\n${tidying}`);
  chmodSync(join(folder, "node_modules/.bin/biome"), 0o755);
  const end = await stopped("test.mjs", "SIGTERM");
  expect(end.code).toBe(143);
  expect(existsSync(join(folder, "tidied"))).toBe(true);
  await until(() => !hanging().some(isThere));
}, 30_000);

it("a build that was stopped half-way does not pass for the one before", async () => {
  installed();
  write(".next/BUILD_ID", "begun");
  write(".build/built", "what was built before");
  await stopped("start.mjs", "SIGTERM");
  expect(existsSync(join(folder, ".build/built"))).toBe(false);
}, 30_000);
