// npm start: fetches what is missing, builds what changed, then becomes the server.
import process from "node:process";
import { ensureBuilt, ensureInstalled, ensureNode, root } from "./setup.mjs";

process.chdir(root);
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

await ensureNode();
await ensureInstalled();
await ensureBuilt();
process.setSourceMapsEnabled(true);
await import("../.build/server.mjs");
