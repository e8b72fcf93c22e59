import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const setupFiles = ["./vitest.setup.ts"];
const exclude = ["node_modules/**", ".next/**", "e2e/**", "data/**"];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", setupFiles, include: ["**/*.test.ts"], exclude: [...exclude, "**/*.db.test.ts"] } },
      {
        resolve: { alias },
        test: {
          name: "database",
          sequence: { groupOrder: 1 },
          setupFiles,
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["./db/testing/postgres.ts"],
          pool: "forks",
          maxWorkers: 2,
          hookTimeout: 60_000,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
