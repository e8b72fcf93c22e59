import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type Env, readEnv, WrongSetting } from "@/lib/kernel/env";

/**
 * The settings from the environment and, where it is silent, from the `.env` beside the program. Throws `WrongSetting`. From then on Next
 * reads no such file by its own rules.
 */
export function readSettings(root: string, source: Record<string, string | undefined> = process.env): Env {
  process.env.__NEXT_PROCESSED_ENV = "true";
  return readEnv({ ...fromFile(join(root, ".env")), ...source });
}

function fromFile(file: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new WrongSetting(`The file ${file} cannot be read.`, { cause: error });
  }
}
