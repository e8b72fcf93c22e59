// npm start: fetches what is missing, builds when needed, then runs the newsroom until it is told to stop.
import { spawn } from "node:child_process";
import { build, currentNode, environment, install, root } from "./node.mjs";
import { serverCommand } from "./server-command.mjs";

// npm killed outright sends nothing; then this process belongs to somebody else, and nobody would ever stop us.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 1000).unref();

try {
  const node = await currentNode();
  await install(node);
  await build(node);
  const server = spawn(node, serverCommand, { cwd: root, env: { ...environment(node), NODE_ENV: "production", STANDFIRST_STARTED_BY: String(process.pid) }, stdio: "inherit" });
  // A terminal sends Ctrl-C to both of us; npm and others send SIGTERM to this process alone.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  server.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
