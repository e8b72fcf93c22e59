import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { loadEnvConfig } from "@next/env";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnv, settingNames, WrongSetting } from "@/lib/kernel/env";
import { readSettings } from "@/server/environment";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "standfirst-settings-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a .env file beside the program", () => {
  it("sets what the environment does not, and nothing that it does", () => {
    writeFileSync(join(root, ".env"), `PORT=4100\nHOST=0.0.0.0\nDATA_DIR=${root}/data\n# a note\nLOG_LEVEL="silent"\n`);
    expect(readSettings(root, { PORT: "4200" })).toMatchObject({ port: 4200, host: "0.0.0.0", dataDir: join(root, "data"), logLevel: "silent" });
    // Set to nothing is set: a test's newsroom is nobody else's.
    expect(readSettings(root, { HOST: "" }).host).toBe("127.0.0.1");
  });

  it("need not be there", () => {
    expect(readSettings(root, { DATA_DIR: root }).port).toBe(3000);
  });

  it("stops the start with one sentence where it says something wrong", () => {
    writeFileSync(join(root, ".env"), "PORT=three\n");
    expect(() => readSettings(root, { DATA_DIR: root })).toThrow(WrongSetting);
  });

  it("is read by us alone: Next takes nothing from it, nor from its relatives", () => {
    for (const name of [".env", ".env.local", ".env.production"]) writeFileSync(join(root, name), "STANDFIRST_TEST_ONLY=from the file\n");
    readSettings(root, { DATA_DIR: root });
    loadEnvConfig(root, false);
    expect(process.env.STANDFIRST_TEST_ONLY).toBeUndefined();
  });
});

describe(".env.example", () => {
  const example = readFileSync(".env.example", "utf8");
  const all = parseEnv(example.replaceAll(/^#(?=[A-Z_]+=)/gm, "")) as Record<string, string>;

  it("lists every setting, and the browser that the tests take", () => {
    expect(Object.keys(all).sort()).toEqual([...settingNames, "PW_EXE"].sort());
  });

  it("offers nothing that is refused", () => {
    const offered = /^# (fatal.*)\.$/m.exec(example)?.[1]?.split(/, | or /) ?? [];
    expect(offered).toContain("silent");
    for (const LOG_LEVEL of offered) expect(readEnv({ DATA_DIR: root, LOG_LEVEL }).logLevel).toBe(LOG_LEVEL);
    expect(readEnv({ ...all, DATA_DIR: root, SECRET: "pX3vQm8ZtK1wBn6YcR4jLs9GhD2fTe7u", COMMENT_CHECK_SECRET: "tK1wBn6YcR4jLs9GhD2fTe7upX3vQm8Z" })).toMatchObject({ port: 3000, logLevel: "info" });
  });
});
