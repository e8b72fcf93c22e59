import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isEmptyNewsroom, loadDemoNewsroom } from "@/lib/imports/demo/load";
import { layGround } from "@/server/bootstrap";
import { readSettings } from "@/server/environment";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** npm run demo: loads the demo newsroom into an empty database. */
async function main(): Promise<number> {
  const ground = await layGround(readSettings(root), root, console.log);
  try {
    if (!(await isEmptyNewsroom())) {
      console.error("This database is not empty; nothing was changed.");
      return 1;
    }
    for (const line of await loadDemoNewsroom(console.log)) console.log(line);
    return 0;
  } finally {
    await ground.stop({ leaveRunning: true });
  }
}

main().then((code) => process.exit(code));
