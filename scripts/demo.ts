import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { makeDemoNewsroom } from "@/lib/imports/demo/load";
import { runTool } from "@/server/program";

/** npm run demo: loads the demo newsroom into an empty database. */
await runTool(dirname(dirname(fileURLToPath(import.meta.url))), async (_, { logins }) => {
  const made = await makeDemoNewsroom(logins.migratorUrl, console.log, (lines) => console.log(lines.join("\n")));
  if (!made) console.error("This database is not empty; nothing was changed.");
  return made ? 0 : 1;
});
