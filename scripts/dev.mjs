// npm run dev: the same server on the sources themselves, with Next's development mode.
import process from "node:process";
import { ensureInstalled, ensureNode, root } from "./setup.mjs";

process.chdir(root);
process.env.NODE_ENV = "development";
process.env.NEXT_TELEMETRY_DISABLED = "1";

await ensureNode();
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register();
await import("../server/index.ts");
