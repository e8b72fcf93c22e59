// npm test: everything that can be checked, on a database and a port of its own. Leaves nothing running.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { ensureInstalled, ensureNode, root, say } from "./setup.mjs";

process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";

await ensureNode();
await ensureInstalled();

const startLimitMs = 120_000;
const stopLimitMs = 35_000;
const began = Date.now();
const results = { passed: 0, failed: 0 };
const underWay = new Set();
let interrupted = false;
// Everything the run makes lies here, and goes with it.
const folder = mkdtempSync(join(tmpdir(), "standfirst-run-"));
// The user that PostgreSQL runs as must come in.
chmodSync(folder, 0o711);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interrupted = true;
    for (const child of underWay) endGroup(child, "SIGTERM");
  });
}

const program = (name, path) => join(root, "node_modules", ...name.split("/"), ...path.split("/"));
const folders = ["app", "components", "db", "lib", "server", "scripts", "e2e"].filter((name) => existsSync(join(root, name)));

await check("types", program("typescript", "bin/tsc"), ["--noEmit", "-p", "."]);
await check("lint", program("@biomejs/biome", "bin/biome"), ["lint", "--error-on-warnings", "."]);
await check("import rules", program("dependency-cruiser", "bin/dependency-cruiser.mjs"), [
  "--config",
  ".dependency-cruiser.cjs",
  "--output-type",
  "err",
  ...folders,
]);
await vitest("unit tests", "unit");
await vitest("database tests", "database");
if (await build()) await browserTests();

await sweep();
const seconds = Math.round((Date.now() - began) / 1000);
if (interrupted) count("the run", 0, 1, "interrupted");
say(`\nThe whole run took ${seconds} seconds.`);
say(`tests: ${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed > 0 ? 1 : 0);

/** A check that passes or fails as a whole. */
async function check(name, script, args) {
  if (interrupted) return;
  heading(name);
  const code = await run(script, args);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

async function vitest(name, project) {
  if (interrupted) return;
  heading(name);
  const file = join(folder, `${project}.json`);
  const code = await run(
    program("vitest", "vitest.mjs"),
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    {
      TMPDIR: folder,
      NODE_ENV: "test",
    },
  );
  const found = read(file);
  const failed = found?.numFailedTests ?? 0;
  // A file that could not be loaded fails without a failed test; it must not pass for one either.
  const brokenFiles = (found?.testResults ?? []).filter(
    (result) => result.status === "failed" && result.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  count(name, found?.numPassedTests ?? 0, Math.max(failed + brokenFiles, code === 0 ? 0 : 1));
}

async function build() {
  if (interrupted) return false;
  heading("the build");
  // In a process of its own: where it fails it ends the process, and that must not be this one.
  const code = await run(join(root, "scripts", "build.mjs"), []);
  count("the build", code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  return code === 0;
}

async function browserTests() {
  if (interrupted) return;
  heading("browser tests, against the production build");
  try {
    const { findBrowser } = await import("../e2e/browser.mjs");
    await findBrowser();
  } catch (error) {
    return count("browser tests", 0, 1, error.message);
  }
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const given = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE_|APP_URL$|SECRET$|SERVICES$|TRUSTED_PROXY_HOPS$|npm_)/.test(name)),
  );
  const server = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: {
      ...given,
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: address,
      DATA_DIR: join(folder, "data"),
      LOG_LEVEL: "warn",
      NODE_ENV: "production",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  underWay.add(server);
  const ended = new Promise((done) => server.once("exit", done));
  try {
    if (!(await isReady(address, server))) return count("browser tests", 0, 1, "the paper did not start");
    const file = join(folder, "browser.json");
    const code = await run(program("@playwright/test", "cli.js"), ["test", "--config", "e2e/playwright.config.ts"], {
      BASE_URL: address,
      RESULTS_FILE: file,
      PAPER_DATA_DIR: join(folder, "data"),
      PAPER_PROCESS: String(server.pid),
      FORCE_COLOR: "0",
    });
    const stats = read(file)?.stats;
    count("browser tests", (stats?.expected ?? 0) + (stats?.flaky ?? 0), Math.max(stats?.unexpected ?? 0, code === 0 ? 0 : 1));
  } finally {
    server.kill("SIGTERM");
    await Promise.race([ended, pause(stopLimitMs).then(() => server.kill("SIGKILL"))]);
    underWay.delete(server);
  }
}

async function isReady(address, server) {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline && server.exitCode === null && !interrupted) {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return true;
    await pause(200);
  }
  return false;
}

/** Stops whatever PostgreSQL an interrupted test left behind in our folder, and removes the folder. */
async function sweep() {
  const clusters = readdirSync(folder).flatMap((name) => {
    const home = read(join(folder, name, "postgres.location"), (text) => text.trim());
    return home ? [home, join(home, "cluster")] : [join(folder, name, "postgres")];
  });
  for (const cluster of clusters) {
    const pid = read(join(cluster, "postmaster.pid"), (text) => Number(text.split("\n")[0]));
    if (!pid) continue;
    say("Stopping a PostgreSQL that was left behind.");
    try {
      process.kill(pid, "SIGINT");
    } catch {
      // It has gone already.
      continue;
    }
    for (let tries = 0; tries < 100 && existsSync(join(cluster, "postmaster.pid")); tries++) await pause(100);
  }
  for (const home of clusters.filter((path) => path.startsWith("/var/lib/standfirst/"))) rmSync(home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function run(script, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    underWay.add(child);
    const end = (code) => {
      underWay.delete(child);
      // Its workers were asked as well; whoever has not listened by now will not.
      if (interrupted) endGroup(child, "SIGKILL");
      done(code ?? 1);
    };
    child.once("error", () => end(1));
    child.once("close", end);
  });
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // Everybody in it has ended.
    if (error.code !== "ESRCH") throw error;
  }
}

function read(file, parse = JSON.parse) {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch {
    // Not written: whoever asks counts that as a failure.
    return null;
  }
}

function heading(name) {
  say(`\n— ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
}

function count(name, passed, failed, why = "") {
  results.passed += passed;
  results.failed += failed;
  say(`${failed === 0 ? "ok" : "FAILED"}: ${name}, ${passed} passed, ${failed} failed${why ? ` (${why})` : ""}`);
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
