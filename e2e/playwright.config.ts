import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./browser.mjs";

const browser = await findBrowser();

/** Against a paper that runs: `npm test` starts one of its own and names it in BASE_URL. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // Two at a time: the paper under test runs on the same machine.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ...(process.env.RESULTS_FILE ? [["json", { outputFile: process.env.RESULTS_FILE }] as const] : [])],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: browser.executablePath, args: browserFlags, env: { ...definedOnly(process.env), ...browser.env } },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});

function definedOnly(given: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
