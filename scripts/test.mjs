// npm test: everything, from a bare clone. Prints progress; the last line is "tests: N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./child.mjs";
import { build, currentNode, environment, install, root } from "./node.mjs";

let passed = 0;
let failed = 0;
const began = Date.now();
const say = (line) => console.log(`[${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s] ${line}`);
const reports = join(root, ".build", "reports");

/** Runs a command; resolves with its exit code and what it printed. */
async function run(command, args, { quiet = false, env = {} } = {}) {
  let output = "";
  const hear = (chunk) => {
    output += chunk;
    if (!quiet) process.stdout.write(chunk);
  };
  const code = await runToEnd(command, args, { cwd: root, env: { ...environment(node), ...env }, hear, tidies: true });
  return { code, output };
}

/** A step that counts as one test. */
async function step(name, command, args, judge = ({ code }) => code === 0) {
  say(`${name}…`);
  const result = await run(command, args, { quiet: true });
  const good = judge(result);
  if (good) passed += 1;
  else {
    failed += 1;
    console.log(result.output);
  }
  say(`${name}: ${good ? "good" : "FAILED"}`);
  return good;
}

function count(file, read) {
  if (!existsSync(file)) {
    failed += 1;
    return say("  no report was written: counted as one failure");
  }
  const [good, bad] = read(JSON.parse(readFileSync(file, "utf8")));
  passed += good;
  failed += bad;
  say(`  ${good} passed, ${bad} failed`);
}

let node;
try {
  node = await currentNode(say);
  await install(node, say);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const bin = (name) => join(root, "node_modules", ".bin", name);

  await step("Lint", bin("biome"), ["lint", "--error-on-warnings", "."]);
  await step("Import rules", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "app", "components", "db", "lib", "server"]);

  say("Unit and database tests…");
  const vitest = join(reports, "vitest.json");
  await run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitest}`]);
  count(vitest, (report) => [report.numPassedTests, report.numFailedTests + report.numFailedTestSuites - new Set(report.testResults.filter((file) => file.assertionResults.some((one) => one.status === "failed")).map((file) => file.name)).size]);

  say("Build…");
  let built = true;
  try {
    await build(node, say);
    passed += 1;
  } catch (error) {
    built = false;
    failed += 1;
    console.log(error.message);
  }
  // After the build, so that Next's generated route types are there.
  await step("Types", bin("tsc"), ["--noEmit", "-p", "."]);

  if (built) {
    say("Browser tests against the production build…");
    const playwright = join(reports, "playwright.json");
    await run(bin("playwright"), ["test", "--config", "e2e/playwright.config.ts"], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwright } });
    count(playwright, ({ stats, errors = [] }) => [stats.expected, stats.unexpected + stats.flaky + (errors.length > 0 ? 1 : 0)]);
  }
} catch (error) {
  failed += 1;
  console.error(error.message);
}
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
