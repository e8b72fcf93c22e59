import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, it } from "vitest";

it("rows are held in one way; in the stronger one only where they are deleted", async () => {
  const stronger: string[] = [];
  for await (const file of glob(["db/**/*.ts", "lib/**/*.ts", "server/**/*.ts"], { exclude: ["**/*.test.ts"] })) if (/\.for\("(?:update|share|key share|no key update)"/.test(readFileSync(file, "utf8"))) stronger.push(file);
  expect(stronger.sort()).toEqual(["lib/articles/jobs/renew-search.ts", "lib/comments/claim-for.ts", "lib/comments/commands/confirm-comment.ts"]);
});
