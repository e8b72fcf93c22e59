// Runs one of the TypeScript tools beside this file: node scripts/tool.mjs demo …
import process from "node:process";
import { ensureInstalled, ensureNode, root, say } from "./setup.mjs";

process.chdir(root);
process.env.NODE_ENV ??= "production";
const [name, ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name ?? "")) {
  say("Which tool? For example: npm run demo");
  process.exit(1);
}

await ensureNode();
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register();
process.argv.splice(1, process.argv.length - 1, `${root}/scripts/${name}.ts`, ...args);
await import(`./${name}.ts`);
