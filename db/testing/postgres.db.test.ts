import { spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { expect, it, vi } from "vitest";

it("the tests' PostgreSQL goes with whoever started it, also where nobody waits for the teardown", async () => {
  const begin = 'const { default: setup } = await import("./db/testing/postgres.ts"); await setup({ provide: (_, { migratorUrl }) => process.stdout.write(migratorUrl.replace(/standfirst$/, "postgres")) }); process.exit(130);';
  const started = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", begin], { stdio: ["ignore", "pipe", "ignore"] });
  let url = "";
  started.stdout.on("data", (chunk) => {
    url += chunk;
  });
  expect((await once(started, "exit"))[0]).toBe(130);
  expect(url).toMatch(/^postgres:/);
  const isThere = async () => {
    const sql = postgres(url, { max: 1, connect_timeout: 5 });
    try {
      await sql`select 1`;
      return true;
    } catch {
      // Nobody answers any more.
      return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
  };
  await vi.waitFor(async () => expect(await isThere()).toBe(false), { timeout: 10_000 });
}, 60_000);
