import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isEmptyNewsroom, loadDemoNewsroom } from "@/lib/imports/demo/load";
import { runTool } from "@/server/program";

/** npm run demo: loads the demo newsroom into an empty database. */
await runTool(dirname(dirname(fileURLToPath(import.meta.url))), async () => {
  if (!(await isEmptyNewsroom())) {
    console.error("This database is not empty; nothing was changed.");
    return 1;
  }
  for (const line of await loadDemoNewsroom(console.log)) console.log(line);
  return 0;
});
