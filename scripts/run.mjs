// Runs one of the project's TypeScript tools with a current Node: node scripts/run.mjs scripts/admin.ts reset somebody@paper.example
import { spawn } from "node:child_process";
import { join } from "node:path";
import { currentNode, environment, install, root } from "./node.mjs";

const [tool, ...rest] = process.argv.slice(2);
try {
  const node = await currentNode();
  await install(node);
  const child = spawn(node, ["--import", "tsx", join(root, tool), ...rest], { cwd: root, env: environment(node), stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
