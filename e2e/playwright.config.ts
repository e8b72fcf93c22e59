import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  globalSetup: "./global-setup.ts",
  // Journeys with the keyboard alone press hundreds of keys; on a busy machine that takes its time. What waits for something is bounded below.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [["list"], ["json"]],
  outputDir: "../test-results",
});
