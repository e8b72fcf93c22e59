import { type Env, WrongSetting } from "@/lib/kernel/env";
import { type Ground, layGround } from "@/server/bootstrap";
import { readSettings } from "@/server/environment";

/** Ends the process: a wrong setting in its one sentence, a surprise with all that is known of it. */
export function giveUp(error: unknown): never {
  console.error(error instanceof WrongSetting ? error.message : error);
  process.exit(1);
}

/** Does a tool's work on the ground that the server stands on, stops that again whatever comes, and ends the process with the tool's code. */
export async function runTool(root: string, work: (env: Env, ground: Ground) => Promise<number>): Promise<never> {
  try {
    const env = readSettings(root);
    const ground = await layGround(env, root, console.log);
    try {
      process.exitCode = await work(env, ground);
    } finally {
      await ground.leave();
    }
  } catch (error) {
    giveUp(error);
  }
  process.exit();
}
