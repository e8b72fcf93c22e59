// npm test: everything, from a bare clone. Prints progress; the last line is "tests: N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { runToEnd } from "./child.mjs";
import { build, currentNode, environment, install, root } from "./node.mjs";

let passed = 0;
/** What failed, by name: said again at the end, where a long log is read first. */
const failed = [];
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
    failed.push(name);
    console.log(result.output);
  }
  say(`${name}: ${good ? "good" : "FAILED"}`);
  return good;
}

/** Counts what a report says. A run that ended badly counts as a failure even where its report names none. */
function count(file, { code }, read) {
  if (!existsSync(file)) {
    failed.push(`${relative(root, file)} was not written`);
    return say("  no report was written: counted as one failure");
  }
  const [good, names] = read(JSON.parse(readFileSync(file, "utf8")));
  passed += good;
  if (code !== 0 && names.length === 0) names.push(`${relative(root, file)} names no failure, but the run ended with ${code}`);
  failed.push(...names);
  say(`  ${good} passed, ${names.length} failed`);
}

/** The names of the failed tests in Vitest's report; of a file that failed outside its tests, the file's. */
const failedUnits = ({ testResults }) =>
  testResults
    .filter((file) => file.status === "failed")
    .flatMap((file) => {
      const tests = file.assertionResults.filter((one) => one.status === "failed");
      return tests.length > 0 ? tests.map((one) => `${relative(root, file.name)} › ${one.fullName}`) : [relative(root, file.name)];
    });

/** The names of the failed tests in Playwright's report and in each suite of it, and what failed outside them. One that passed at a second try has failed. */
const failedPages = ({ specs = [], suites = [], errors = [] }) => [
  ...specs.filter((spec) => spec.tests.some(({ status }) => status === "unexpected" || status === "flaky")).map((spec) => `e2e/${spec.file}:${spec.line} › ${spec.title}`),
  ...suites.flatMap(failedPages),
  ...errors.map(({ message }) => String(message).split("\n")[0]),
];

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
  const units = await run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitest}`]);
  count(vitest, units, (report) => [report.numPassedTests, failedUnits(report)]);

  say("Build…");
  let built = true;
  try {
    await build(node, say);
    passed += 1;
  } catch (error) {
    built = false;
    failed.push("Build");
    console.log(error.message);
  }
  // After the build, so that Next's generated route types are there.
  await step("Types", bin("tsc"), ["--noEmit", "-p", "."]);

  if (built) {
    say("Browser tests against the production build…");
    const playwright = join(reports, "playwright.json");
    const pages = await run(bin("playwright"), ["test", "--config", "e2e/playwright.config.ts"], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwright } });
    count(playwright, pages, (report) => [report.stats.expected, failedPages(report)]);
  }
} catch (error) {
  failed.push(error.message);
  console.error(error.message);
}
for (const name of failed) console.log(`failed: ${name}`);
console.log(`tests: ${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 && passed > 0 ? 0 : 1);
