import { existsSync } from "node:fs";
import { readEnvironment } from "@/lib/kernel/env";
import { bootstrap } from "@/server/bootstrap";
import { guardProcess, stopOnRequest } from "@/server/shutdown";

// Set before anything that asks for it runs; whoever starts us may have said "development".
(process.env as { NODE_ENV: string }).NODE_ENV ||= "production";

const say = (line: string) => console.log(line);

if (existsSync(".env")) process.loadEnvFile(".env");
const read = readEnvironment(process.env);
if (!read.ok) {
  for (const sentence of read.sentences) console.error(sentence);
  process.exit(1);
}

guardProcess();
const starting = bootstrap(read.environment, say);
stopOnRequest(async () => (await starting).stop(), say);
starting.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  if (read.environment.logLevel === "debug") console.error(error);
  process.exit(1);
});
