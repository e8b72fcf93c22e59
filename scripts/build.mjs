// npm run build: the production build, where the sources changed since the last one.
import process from "node:process";
import { ensureBuilt, ensureInstalled, ensureNode, root } from "./setup.mjs";

process.chdir(root);
process.env.NODE_ENV = "production";

await ensureNode();
await ensureInstalled();
await ensureBuilt();
